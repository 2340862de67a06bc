import { describe, expect, it } from '@jest/globals';
import type { DisputeListedDto } from '../list/list.dto.js';
import { presentAlreadyThere } from './present-already-there.js';

const listed = {
  ...{ reference: 'DRP-7K4M-2QXH', theme: 'DD', status: 'open', kind: 'formal', raisedOn: '2023-04-03' },
  children: [{ id: 'C1', initials: 'MD' }],
} as DisputeListedDto;

describe('the records that are there already', () => {
  const said = (areSeveral: boolean) =>
    presentAlreadyThere({ open: [listed], agreed: null }, { theme: 'DD', areSeveral }, () => 'Drift').items.map(
      ({ more }) => more,
    );

  it('say about which of several children they are, and of one alone what is known already no more', () => {
    expect(said(true)).toEqual(['MD · Drift, the same theme · raised formally, 3 Apr 2023 · still open']);
    expect(said(false)).toEqual(['Drift, the same theme · raised formally, 3 Apr 2023 · still open']);
  });
});
