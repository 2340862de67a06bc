import type { FastifyReply, FastifyRequest } from 'fastify';
import { HostCookie } from '../../platform/http/cookies.js';
import { SeeOther } from '../../platform/http/see-other.js';
import {
  addressOf,
  type ListAsked,
  type ListDefinition,
  askedIn,
  narrowingOf,
  NO_FILTERS,
  rememberedOf,
} from './listing.js';

/** Letters of what is remembered: far more than any list has filters for. */
const MOST = 400;

/**
 * The filters that a browser last asked of a list, kept in a cookie until the browser is closed. It holds codes and the sort: nothing of
 * anybody, as the filters name no child and no person.
 */
export class RememberedList {
  private readonly cookie: HostCookie;

  /** @param name of the list, which stands in the name of the cookie */
  constructor(
    name: string,
    private readonly definition: Pick<ListDefinition, 'path' | 'filters' | 'columns'>,
  ) {
    this.cookie = new HostCookie(`list-${name}`);
  }

  /**
   * The address of the list that was asked for before, if this address asks for nothing; else the filters of now are remembered.
   * @returns undefined if the list itself is to be shown
   */
  turn(request: FastifyRequest, reply: FastifyReply, asked: ListAsked): SeeOther | undefined {
    const asksForAll = (request.query as Readonly<Record<string, unknown>>)[NO_FILTERS] !== undefined;
    if (asksForAll) {
      void reply.header('set-cookie', this.cookie.clear());
      return undefined;
    }
    if (Object.keys(narrowingOf(asked)).length > 0) {
      const now = rememberedOf(asked, this.definition);
      const kept = encodeURIComponent(new URLSearchParams(now).toString());
      if (kept !== '' && kept.length <= MOST) void reply.header('set-cookie', this.cookie.set(kept));
      return undefined;
    }
    const before = this.before(request);
    if (Object.keys(before).length === 0 || asked.cursor !== undefined) return undefined;
    return new SeeOther(addressOf(this.definition.path, { ...before, ...asked }));
  }

  private before({ headers }: FastifyRequest): ListAsked {
    const kept = this.cookie.in(headers.cookie) ?? '';
    if (kept.length > MOST) return {};
    try {
      const query = Object.fromEntries(new URLSearchParams(decodeURIComponent(kept)));
      return rememberedOf(askedIn(query, this.definition), this.definition);
    } catch {
      // Another site of the same machine may have written it: it is passed over.
      return {};
    }
  }
}
