import { describe, expect, it } from '@jest/globals';
import { correctedIn, revisedInPublic } from './as-corrected.js';
import type { FrozenMeasure, FrozenTable } from './events.js';

const measure = (label: string, value: number | null): FrozenMeasure => ({
  ...{ code: label.toLowerCase(), label, value, missing: null },
  ...{ unit: 'count', previous: null, change: null, changePercent: null },
  ...{ definition: 'Raised in the year.', note: null },
});
const table = (...cells: (number | 'c' | null)[]): FrozenTable => ({
  ...{ title: 'By quarter', columns: ['Q1', 'Q2', 'Total'], notes: [] },
  rows: [{ label: 'North', cells }],
});

const published = { measures: [measure('Formal', 87), measure('Informal', 111)], tables: [table('c', 31, 40)] };
const corrected = {
  measures: [measure('Formal', 89), measure('Informal', 131), measure('Withdrawn', 12)],
  tables: [table('c', 'c', 40)],
};

describe('A report as published and as corrected', () => {
  it('is compared figure by figure, and what is the same is left out', () => {
    expect(correctedIn(published, corrected)).toEqual([
      { figure: 'Formal', asPublished: 87, asCorrected: 89 },
      { figure: 'Informal', asPublished: 111, asCorrected: 131 },
      { figure: 'By quarter: North, Q2', asPublished: 31, asCorrected: 'c' },
      { figure: 'Withdrawn', asPublished: null, asCorrected: 12 },
    ]);
    expect(correctedIn(published, published)).toEqual([]);
  });

  it('shows the public no number whose distance from the old one is small, or which was hidden', () => {
    expect(revisedInPublic(correctedIn(published, corrected), 10).map(({ asCorrected }) => asCorrected)).toEqual([
      ...['revised', 131, 'revised', 12],
    ]);
  });

  it('shows the new number where the distance is as large as the threshold', () => {
    const changed = [{ figure: 'Formal', asPublished: 87, asCorrected: 97 }];
    expect(revisedInPublic(changed, 10)[0]!.asCorrected).toBe(97);
    expect(revisedInPublic(changed, 11)[0]!.asCorrected).toBe('revised');
  });
});
