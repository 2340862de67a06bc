import { describe, expect, it } from '@jest/globals';
import { breakInWords, breaksIn, type Change, type YearInARow } from './breaks.js';

const year = (of: string, value: number | null, over: Partial<YearInARow> = {}): YearInARow => ({
  ...{ year: of, value, missing: value === null ? 'no register' : null, comparable: value !== null, notes: [] },
  ...over,
});
const notesAt = (years: readonly YearInARow[], changes: readonly Change[] = []): string[][] =>
  breaksIn(years, changes).map((breaks) => breaks.map(({ note }) => note));
const three = [year('2021/22', 10), year('2022/23', 12), year('2023/24', 11)];
const merged = (on: string): Change => ({ what: 'structure', on, note: 'North became East and West' });

describe('A row of years', () => {
  it('has no break where nothing changed', () => expect(notesAt(three)).toEqual([[], [], []]));

  it('breaks at the year with whose first day teams, ladder or list changed', () =>
    expect(notesAt(three, [merged('2022-04-01')])).toEqual([[], ['North became East and West'], []]));

  it('breaks on both sides of a year within which they changed', () =>
    expect(notesAt(three, [merged('2022-10-01')])).toEqual([
      [],
      ['North became East and West'],
      ['North became East and West'],
    ]));

  it('does not break at its first year, nor for a change before or after all of them', () =>
    expect(notesAt(three, [merged('2021-04-01'), merged('2019-10-01'), merged('2024-04-01')])).toEqual([[], [], []]));

  it('breaks on both sides of a year of which a part is lost', () =>
    expect(
      notesAt([
        three[0]!,
        year('2022/23', 5, { comparable: false, notes: ['kept from 2022-10-01 to 2023-03-31 only'] }),
        three[2]!,
      ]),
    ).toEqual([
      [],
      ['2022/23: kept from 2022-10-01 to 2023-03-31 only'],
      ['2022/23: kept from 2022-10-01 to 2023-03-31 only'],
    ]));

  it('breaks after years that are missing, and names each of them', () =>
    expect(
      notesAt([
        three[0]!,
        year('2022/23', null, { missing: 'no register, a register was taken back on 2024-05-01' }),
        three[2]!,
      ]),
    ).toEqual([[], [], ['2022/23: no register, a register was taken back on 2024-05-01']]));

  it('does not break where nothing is known before', () =>
    expect(notesAt([year('2021/22', null), year('2022/23', 12), year('2023/24', 11)])).toEqual([[], [], []]));

  it('says in words that it is not comparable, and each reason once', () => {
    const [, , last] = breaksIn(three, [merged('2023-04-01'), merged('2023-04-01')]);
    expect(breakInWords(last!)).toBe('not comparable with years before: North became East and West');
  });
});
