import { describe, expect, it } from '@jest/globals';
import type { Hider } from '../../disclosure/hider.js';
import { HidingTakesTooLong } from '../../disclosure/hiding-thread.js';
import type { CountedRecord } from '../../disclosure/release-of-records.js';
import { whereHidden } from './how-many-print.js';
import { type CountedFor, isOfThreeYears, TABLES_BY_ONE, tableInWords, tablesOfUse, usualTables } from './layouts.js';
import type { Places } from './places.js';

const leaf = (code: string) => ({ code, parts: [] });
const places: Places = {
  team: { name: 'team', places: [leaf('north'), leaf('south')] },
  time: { name: 'time', places: [leaf('2022/23 Q1'), leaf('2022/23 Q2')] },
  theme: { name: 'theme', places: [leaf('PLAN')] },
  view: { name: 'view', places: [] },
  advocate: { name: 'advocate', places: [] },
  named: (_, code) => code,
};
const records = ['north', 'south'].flatMap((team) =>
  Array.from({ length: 20 }, (_, each): CountedRecord => ({
    at: { team, time: each < 10 ? '2022/23 Q1' : '2022/23 Q2', theme: 'PLAN' },
    ...{ children: null, staff: null },
  })),
);

const countedFor: CountedFor = (code) => (isOfThreeYears(code) ? null : { counted: records, places });

/** Nobody waits for tables by team. */
const slowByTeam: Hider = {
  hide: ({ figures }) =>
    figures.some(({ key }) => key.includes('team='))
      ? Promise.reject(new HidingTakesTooLong())
      : Promise.resolve({ hidden: new Set(), deviations: [], impossible: [] }),
};

describe('Tables among which the person who writes a report chooses', () => {
  it('are those that print something, and those are named for which nobody waits', async () => {
    const codes = ['quarter', 'team', 'team+quarter', 'theme+three-years'];
    const { tables, tooLong } = await tablesOfUse(countedFor, 10, whereHidden(slowByTeam), codes);
    expect(tables.map(({ code }) => code)).toEqual(['quarter']);
    expect(tooLong).toEqual(['team', 'team+quarter']);
  });

  it('are of three years together where one year is too small, and what is of no use is named', async () => {
    const year = records.filter((_, each) => each % 4 === 0);
    const small: CountedFor = (code) => ({ counted: isOfThreeYears(code) ? records : year, places });
    const nothingMore: Hider = {
      hide: ({ figures }) =>
        Promise.resolve({
          ...{ deviations: [], impossible: [] },
          hidden: new Set(figures.filter((each) => each.small).map(({ key }) => key)),
        }),
    };
    const tried = await tablesOfUse(small, 10, whereHidden(nothingMore), TABLES_BY_ONE);
    expect(tried.ofNoUse).toEqual(['quarter', 'team']);
    expect(usualTables(tried.tables)).toEqual(['theme', 'team+three-years']);
    expect(tableInWords('team+three-years')).toBe('by team, three years together');
    expect(usualTables((await tablesOfUse(countedFor, 10, whereHidden(nothingMore), TABLES_BY_ONE)).tables)).toContain(
      'team',
    );
  });
});
