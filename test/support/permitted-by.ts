import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { PERMISSION } from '../../src/access/permission.js';

/** The row of the access table that each route of a module asks for, as it stands on its method. */
export const permittedBy = (module: object): unknown[] =>
  Object.values(module as Record<string, { prototype: object }>)
    .flatMap(({ prototype }) => Object.values(Object.getOwnPropertyDescriptors(prototype)))
    .map(({ value }) => value as object)
    .filter((method) => Reflect.hasMetadata(METHOD_METADATA, method))
    .map((method) => Reflect.getMetadata(PERMISSION, method) as unknown);
