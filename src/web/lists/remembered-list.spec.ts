import { describe, expect, it } from '@jest/globals';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { askedIn, type ListDefinition } from './listing.js';
import { RememberedList } from './remembered-list.js';

const LIST: ListDefinition = {
  path: '/themes',
  filters: [{ name: 'lines', label: 'Lines', choices: [{ value: 'team', text: 'Team' }] }],
  columns: [],
  sort: '',
};

/** Visits the list with what a browser keeps, and gives where it leads and what the browser is to keep. */
const visit = (query: Record<string, string>, cookie = '') => {
  const given: string[] = [];
  const request = { query, headers: { cookie } } as unknown as FastifyRequest;
  const reply = { header: (_: string, value: string) => given.push(value) } as unknown as FastifyReply;
  const leadsTo = new RememberedList('themes', LIST).turn(request, reply, askedIn(query, LIST));
  return { leadsTo: leadsTo?.location, kept: given[0]?.split(';')[0] };
};

describe('A list that a browser remembers', () => {
  it('leads back to the filters that were asked for before', () => {
    const { kept } = visit({ lines: 'team' });
    expect(visit({}, kept).leadsTo).toBe('/themes?lines=team');
  });

  it('keeps nothing of an address that the list refuses, so that the next visit shows the list', () => {
    const { kept } = visit({ lines: 'q' });
    expect(kept).toBeUndefined();
    expect(visit({}, kept).leadsTo).toBeUndefined();
  });

  it('passes over a choice that was kept and is offered no more', () => {
    const { kept } = visit({ lines: 'team' });
    expect(visit({}, kept!.replace('team', 'a-team-that-ended')).leadsTo).toBeUndefined();
  });
});
