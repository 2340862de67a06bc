import { describe, expect, it } from '@jest/globals';
import type { MeasureCompared } from '../../other-councils/compared.js';
import type { FrozenMeasure } from '../events.js';
import { besideOthers } from './beside-other-councils.js';

const measure = (value: FrozenMeasure['value']): FrozenMeasure => ({
  ...{ code: 'formal', label: 'Formal disputes', unit: 'count', value, missing: null, previous: null },
  ...{ change: null, changePercent: null, definition: 'Raised in the year.', note: null },
});
const compared = (children: number | null): MeasureCompared => ({
  ...{ code: 'formal', label: 'Formal disputes' },
  own: { value: 12, missing: null, children, per100: 2.4, notes: [] },
  others: [
    {
      ...{ council: 'Westshire', value: 90, children: 600, per100: 15, source: 'Annual report' },
      ...{ publishedOn: '2023-07-01', definition: 'Raised.' },
    },
  ],
});
const own = (children: number | null, value: FrozenMeasure['value']) =>
  besideOthers(compared(children), measure(value)).rows[0]!.cells;

describe('One’s own figure beside those of other councils', () => {
  it('is a rate of the number that prints', () => {
    expect(own(500, 12)).toEqual([2.4, 12, 500]);
    // A number that is rounded has the rate of the rounded one.
    expect(own(500, 10)).toEqual([2, 10, 500]);
  });

  it('has no rate that a hidden number would follow from', () => {
    expect(own(500, 'c')).toEqual(['c', 'c', 500]);
    expect(own(500, 'revised')).toEqual(['revised', 'revised', 500]);
    expect(besideOthers(compared(500), measure('c')).notes.join()).toContain('c: hidden');
  });

  it('has no rate of few children, whose number is not printed either', () => {
    expect(own(29, 12)).toEqual([null, 12, null]);
    expect(own(null, 12)).toEqual([null, 12, null]);
  });
});
