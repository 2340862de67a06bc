import 'reflect-metadata';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FieldShape, shapesOf } from '../../src/platform/http/fields.js';

/** One route as its controller declares it. */
export interface Route {
  /** Of the description of the API. */
  readonly operation: string;
  readonly method: 'GET' | 'POST';
  /** `/api/v1/disputes/:reference/answer` */
  readonly path: string;
  /** Class of the body, or of the query. */
  readonly fieldsOf: (new () => object) | undefined;
}

/** A field of a body or a query, and where it stands in it: `/links/0/to`. */
export interface Field {
  readonly route: Route;
  readonly type: new () => object;
  readonly name: string;
  readonly path: string;
  readonly shape: FieldShape;
}

const BODY = 3;
const QUERY = 4;

export const routesOf = (app: NestFastifyApplication): Route[] =>
  [...app.get(ModulesContainer).values()].flatMap(({ controllers }) =>
    [...controllers.values()].flatMap(({ metatype }) => routesIn(metatype as new () => object)),
  );

const routesIn = (controller: new () => object): Route[] =>
  Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
    const handler = (controller.prototype as Record<string, unknown>)[name] as object;
    const method = typeof handler === 'function' && Reflect.getMetadata(METHOD_METADATA, handler);
    if (typeof method !== 'number') return [];
    const parts = [Reflect.getMetadata(PATH_METADATA, controller), Reflect.getMetadata(PATH_METADATA, handler)];
    return [
      {
        operation:
          (Reflect.getMetadata('swagger/apiOperation', handler) as { operationId?: string })?.operationId ?? name,
        method: method === RequestMethod.GET ? ('GET' as const) : ('POST' as const),
        path: `/${parts.filter((part) => part !== '/' && part !== '').join('/')}`,
        fieldsOf: fieldsTypeOf(controller, name),
      },
    ];
  });

const fieldsTypeOf = (controller: new () => object, name: string): Route['fieldsOf'] => {
  const sent = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<string, { index: number }>;
  const types = Reflect.getMetadata('design:paramtypes', controller.prototype, name) as (new () => object)[];
  const found = Object.entries(sent).find(([key]) => [BODY, QUERY].includes(Number(key.split(':')[0])));
  return found && types[found[1].index];
};

export const fieldsIn = (route: Route): Field[] =>
  route.fieldsOf === undefined ? [] : fieldsOfType(route, route.fieldsOf, '');

const fieldsOfType = (route: Route, type: new () => object, before: string): Field[] =>
  [...shapesOf(type)].flatMap(([name, shape]) => {
    const path = `${before}/${name}${shape.isList ? '/0' : ''}`;
    return shape.of === undefined ? [{ route, type, name, path, shape }] : fieldsOfType(route, shape.of(), path);
  });
