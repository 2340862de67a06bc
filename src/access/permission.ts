import { SetMetadata } from '@nestjs/common';
import type { Permission } from './access-table.js';

export const PERMISSION = Symbol('permission');
/** What may be reached without signing in: health, the start page, the description of the API, signing in. */
export const OPEN_TO_ALL = 'open-to-all';

/**
 * Names the rows of the access table that speak for a route; any one of them lets a person in. A route without is answered 404.
 * Routes about one thing ask the table again with what the person is to that thing.
 */
export const Permits = (...permissions: [Permission, ...Permission[]]): MethodDecorator & ClassDecorator =>
  SetMetadata(PERMISSION, permissions);

export const OpenToAll = (): MethodDecorator & ClassDecorator => SetMetadata(PERMISSION, OPEN_TO_ALL);
