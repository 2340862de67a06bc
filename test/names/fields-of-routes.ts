import { type FieldShape, shapesOf } from '../../src/platform/http/fields.js';
import type { Route } from '../support/routes.js';

/** A field of a body or a query, and where it stands in it: `/links/0/to`. */
export interface Field {
  readonly route: Route;
  readonly name: string;
  readonly path: string;
  readonly shape: FieldShape;
}

export const fieldsIn = (route: Route): Field[] =>
  route.fieldsOf === undefined ? [] : fieldsOfType(route, route.fieldsOf, '');

const fieldsOfType = (route: Route, type: new () => object, before: string): Field[] =>
  [...shapesOf(type)].flatMap(([name, shape]) => {
    const path = `${before}/${name}${shape.isList ? '/0' : ''}`;
    return shape.of === undefined ? [{ route, name, path, shape }] : fieldsOfType(route, shape.of(), path);
  });
