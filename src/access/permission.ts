import { applyDecorators, SetMetadata } from '@nestjs/common';
import { FASTIFY_ROUTE_CONFIG_METADATA } from '@nestjs/platform-fastify/constants.js';
import type { Permission } from './access-table.js';

export const PERMISSION = Symbol('permission');
/** The routes that may be reached without signing in: health, the start page, the description of the API, signing in. */
export const OPEN_TO_ALL = 'open-to-all';
/** The routes for everybody who is signed in, whatever posts they hold: signing out, help. */
export const SIGNED_IN = 'signed-in';

/** The statement of a route about itself, for the hook that runs before the body of a request is read. */
export interface RouteAccess {
  /** The rows of the access table, any of which lets a person in; or that nobody need sign in. Without it the route is not the API's. */
  readonly permits?: readonly Permission[] | typeof OPEN_TO_ALL | typeof SIGNED_IN;
  /** Requests are not counted against the address they come from: probes of health, and signing in, of which failures are counted. */
  readonly uncounted?: boolean;
  /** A page asks it by itself, so that it keeps nobody signed in. */
  readonly inBackground?: boolean;
  /** A page from which a file leaves the program, so that it asks for a sign-in of the last minutes. */
  readonly exportsFile?: boolean;
  /** A form whose steps `save` and `save-quietly` keep a draft and do nothing else. */
  readonly keepsDrafts?: boolean;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    permits?: RouteAccess['permits'];
    uncounted?: RouteAccess['uncounted'];
    inBackground?: RouteAccess['inBackground'];
    exportsFile?: RouteAccess['exportsFile'];
    keepsDrafts?: RouteAccess['keepsDrafts'];
  }
}

/** Adds to what a route says of itself; the decorator of the framework would overwrite what was said before. */
const saying =
  (access: RouteAccess): MethodDecorator =>
  (_target, _name, descriptor) => {
    const handler = descriptor.value as object;
    const said = (Reflect.getMetadata(FASTIFY_ROUTE_CONFIG_METADATA, handler) ?? {}) as RouteAccess;
    Reflect.defineMetadata(FASTIFY_ROUTE_CONFIG_METADATA, { ...said, ...access }, handler);
  };

const describedBy = (access: RouteAccess): MethodDecorator =>
  applyDecorators(SetMetadata(PERMISSION, access.permits), saying(access)) as MethodDecorator;

/**
 * Names the rows of the access table that speak for a route; any one of them lets a person in. A route without is answered 404.
 * Routes about one thing ask the table again with what the person is to that thing.
 */
export const Permits = (...permissions: [Permission, ...Permission[]]): MethodDecorator =>
  describedBy({ permits: permissions });

export const OpenToAll = ({ uncounted = false } = {}): MethodDecorator =>
  describedBy({ permits: OPEN_TO_ALL, uncounted });

export const ForEverybodySignedIn = (): MethodDecorator => describedBy({ permits: SIGNED_IN });

/**
 * Beside @Permits: a page of which a file leaves the program. It asks for a sign-in of the last minutes, which leads back to the page
 * above it.
 */
export const ExportsFile = (): MethodDecorator => saying({ exportsFile: true });

/** Beside @Permits: a form whose step `save` keeps a draft and does nothing else. */
export const KeepsDrafts = (): MethodDecorator => saying({ keepsDrafts: true });

/** Beside @Permits: asked by an open page itself, every so often, so that it keeps nobody signed in. */
export const InBackground = (): MethodDecorator => saying({ inBackground: true });
