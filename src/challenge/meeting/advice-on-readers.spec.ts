import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../test/support/controls.js';
import { given } from '../../../test/support/given.js';
import type { DisputeEvent } from '../../disputes/events.js';
import { adviceOnReaders } from './advice-on-readers.js';

const restricted: DisputeEvent = { type: 'DisputeRestricted', data: { readers: ['reader'], reason: 'A colleague.' } };
const { state } = given(...Controls.disputeRaised(), restricted);
const seats = { posts: ['assistant-director' as const] };
const codes = (...[added, seated, rules]: Parameters<typeof adviceOnReaders>) =>
  adviceOnReaders(added, seated, rules).map(({ code, pointer }) => [code, pointer]);

describe('Advice on a restricted case that is put on an agenda', () => {
  it('says that nobody who sits in the meeting may read it', () => {
    const nobody = { holdersOf: () => ['somebody else'] };
    expect(codes({ state, index: 2 }, seats, nobody)).toEqual([['nobody-seated-reads-it', '/items/2']]);
  });

  it('is silent where somebody is on its list, by post or as a person, and of a case that is not restricted', () => {
    expect(codes({ state, index: 0 }, seats, { holdersOf: () => ['reader'] })).toEqual([]);
    expect(codes({ state, index: 0 }, { ...seats, people: ['reader'] }, {})).toEqual([]);
    expect(codes({ state: given(...Controls.disputeRaised()).state, index: 0 }, seats, {})).toEqual([]);
  });
});
