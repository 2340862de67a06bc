import { describe, expect, it } from '@jest/globals';
import { toldApart } from './told-apart.js';

const YEAR = { from: '2022-04-01', to: '2023-03-31' };
const ALL = { team: null, theme: null, quarter: null };

describe('An entry of the disclosure log as a paper beside others', () => {
  it('tells of all its days what names no quarter, and of a quarter what does', () =>
    expect(
      toldApart({
        ...{ ...YEAR, records: 'formal', recipient: 'A newspaper ' },
        figures: [
          { ...ALL, number: 87 },
          { ...ALL, team: 'north', theme: 'PLAN', number: 12 },
          { ...ALL, team: 'north', quarter: '2022/23 Q2', number: 3 },
        ],
      }),
    ).toEqual([
      {
        ...{ ...YEAR, toldTo: 'told a newspaper', layout: [{ records: 'formal', table: 'theme+team' }] },
        released: [
          {
            ...{ records: 'formal', threshold: 1 },
            figures: [
              { key: 'all', shown: 87 },
              { key: 'team=north theme=PLAN', shown: 12 },
            ],
          },
        ],
      },
      {
        ...{
          from: '2022-07-01',
          to: '2022-09-30',
          toldTo: 'told a newspaper',
          layout: [{ records: 'formal', table: 'team' }],
        },
        released: [{ records: 'formal', threshold: 1, figures: [{ key: 'team=north', shown: 3 }] }],
      },
    ]));
  it('tells no number where an edition was given', () =>
    expect(toldApart({ ...YEAR, records: null, recipient: 'A newspaper', figures: [] })).toEqual([]));
});
