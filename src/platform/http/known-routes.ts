import type { RouteOptions } from 'fastify';

interface KnownRoute {
  readonly segments: readonly string[];
  readonly methods: readonly string[];
}

/**
 * Every route of the program, to tell an address that does not exist from one that does not know a method. Routes that serve a whole
 * folder, with `*`, are left out: they know no address of their own.
 */
export class KnownRoutes {
  private readonly routes: KnownRoute[] = [];

  add({ url, method }: Pick<RouteOptions, 'url' | 'method'>): void {
    if (url.includes('*')) return;
    this.routes.push({ segments: url.split('/'), methods: [method].flat() });
  }

  /** Methods that an address knows, in the order of the alphabet; none if no route has it. It may name scheme and host (RFC 9112, 3.2.2). */
  methodsAt(address: string): string[] {
    const segments = address
      .replace(/^https?:\/\/[^/?]*/i, '')
      .split('?')[0]!
      .split('/');
    const found = this.routes.filter((route) => leadsTo(route.segments, segments));
    return [...new Set(found.flatMap(({ methods }) => methods))].sort();
  }
}

/** A parameter takes any segment but an empty one. */
const leadsTo = (route: readonly string[], segments: readonly string[]): boolean =>
  route.length === segments.length &&
  route.every((each, index) => (each.startsWith(':') ? segments[index] !== '' : segments[index] === each));
