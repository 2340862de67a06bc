import 'reflect-metadata';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { type INestApplication, RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { OPEN_TO_ALL } from '../../src/access/permission.js';
import { PERMISSION } from '../../src/access/permission.js';

/** A route of the program, as its decorators say. */
export interface Route {
  /** `ReadApi.read` */
  readonly name: string;
  /** `GET /api/v1/disputes/:reference` */
  readonly request: string;
  /** Rows of the access table that speak for it; undefined where it names none. */
  readonly permission: readonly string[] | typeof OPEN_TO_ALL | undefined;
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
        const path = [controller, handler as object].map((each) => String(Reflect.getMetadata(PATH_METADATA, each)));
        routes.push({
          name: `${controller.name}.${name}`,
          request: `${RequestMethod[method as number]} /${path.map(withoutSlashes).filter(Boolean).join('/')}`,
          permission:
            Reflect.getMetadata(PERMISSION, handler as object) ?? Reflect.getMetadata(PERMISSION, controller as object),
        });
      }
    }
  }
  return routes;
};

const withoutSlashes = (path: string): string => path.replace(/^\/+|\/+$/g, '');
