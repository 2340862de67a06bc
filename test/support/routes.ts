import 'reflect-metadata';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { type INestApplication, RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { OPEN_TO_ALL, SIGNED_IN } from '../../src/access/permission.js';
import { PERMISSION } from '../../src/access/permission.js';
import { type Opening, openingOf } from '../../src/access/view-log/opens.js';

/** A route of the program, as its decorators say. */
export interface Route {
  /** `ReadApi.read` */
  readonly name: string;
  readonly controller: object;
  /** The name of its method. */
  readonly handler: string;
  /** `GET /api/v1/disputes/:reference` */
  readonly request: string;
  readonly method: string;
  /** `/api/v1/disputes/:reference` */
  readonly path: string;
  /** Its name in the description of the API. */
  readonly operation: string;
  /** Class of the body, or of the query; undefined where it takes none. */
  readonly fieldsOf: (new () => object) | undefined;
  /** Rows of the access table that speak for it; undefined where it names none. */
  readonly permission: readonly string[] | typeof OPEN_TO_ALL | typeof SIGNED_IN | undefined;
  /** The matters of children that it shows, as it says itself. */
  readonly opening: Opening | undefined;
}

/** Every route of every controller. */
export const routesOf = (app: INestApplication): Route[] => {
  const routes: Route[] = [];
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      const controller = metatype as { name: string; prototype: Record<string, unknown> };
      for (const name of Object.getOwnPropertyNames(controller.prototype)) {
        const handler = controller.prototype[name];
        const method = typeof handler === 'function' ? Reflect.getMetadata(METHOD_METADATA, handler) : undefined;
        if (method === undefined) continue;
        const parts = [controller, handler as object].map((each) => String(Reflect.getMetadata(PATH_METADATA, each)));
        const path = `/${parts.map(withoutSlashes).filter(Boolean).join('/')}`;
        const verb = RequestMethod[method as number]!;
        routes.push({
          name: `${controller.name}.${name}`,
          ...{ controller, handler: name },
          request: `${verb} ${path}`,
          method: verb,
          path,
          operation: operationOf(handler as object) ?? name,
          fieldsOf: fieldsTypeOf(controller, name),
          opening: openingOf(handler as object),
          permission:
            Reflect.getMetadata(PERMISSION, handler as object) ?? Reflect.getMetadata(PERMISSION, controller as object),
        });
      }
    }
  }
  return routes;
};

const operationOf = (handler: object): string | undefined =>
  (Reflect.getMetadata('swagger/apiOperation', handler) as { operationId?: string } | undefined)?.operationId;

/** As Nest numbers what a parameter is made of. */
const BODY = 3;
const QUERY = 4;

const fieldsTypeOf = (controller: { prototype: object }, name: string): Route['fieldsOf'] => {
  const sent = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<string, { index: number }>;
  const types = Reflect.getMetadata('design:paramtypes', controller.prototype, name) as (new () => object)[];
  const found = Object.entries(sent).find(([key]) => [BODY, QUERY].includes(Number(key.split(':')[0])));
  return found && types[found[1].index];
};

const withoutSlashes = (path: string): string => path.replace(/^\/+|\/+$/g, '');
