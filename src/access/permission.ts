import { applyDecorators, SetMetadata } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { Permission } from './access-table.js';

export const PERMISSION = Symbol('permission');
/** What may be reached without signing in: health, the start page, the description of the API, signing in. */
export const OPEN_TO_ALL = 'open-to-all';

/** What a route says of itself to the hook that runs before the body of a request is read. */
export interface RouteAccess {
  /** The rows of the access table, any of which lets a person in; or that nobody need sign in. Without it the route is not the API's. */
  readonly permits?: readonly Permission[] | typeof OPEN_TO_ALL;
  /** Requests are not counted against the address they come from: probes of health, and signing in, of which failures are counted. */
  readonly uncounted?: boolean;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    permits?: RouteAccess['permits'];
    uncounted?: RouteAccess['uncounted'];
  }
}

const describedBy = (access: RouteAccess): MethodDecorator =>
  applyDecorators(SetMetadata(PERMISSION, access.permits), RouteConfig(access)) as MethodDecorator;

/**
 * Names the rows of the access table that speak for a route; any one of them lets a person in. A route without is answered 404.
 * Routes about one thing ask the table again with what the person is to that thing.
 */
export const Permits = (...permissions: [Permission, ...Permission[]]): MethodDecorator =>
  describedBy({ permits: permissions });

export const OpenToAll = ({ uncounted = false } = {}): MethodDecorator =>
  describedBy({ permits: OPEN_TO_ALL, uncounted });
