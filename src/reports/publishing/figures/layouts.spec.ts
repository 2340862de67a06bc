import { describe, expect, it } from '@jest/globals';
import type { Hider } from '../../disclosure/hider.js';
import { HidingTakesTooLong } from '../../disclosure/hiding-thread.js';
import type { CountedRecord } from '../../disclosure/release-of-records.js';
import { tablesOfUse } from './layouts.js';
import type { Places } from './places.js';

const leaf = (code: string) => ({ code, parts: [] });
const places: Places = {
  team: { name: 'team', places: [leaf('north'), leaf('south')] },
  time: { name: 'time', places: [leaf('2022/23 Q1'), leaf('2022/23 Q2')] },
  theme: { name: 'theme', places: [leaf('PLAN')] },
  named: (_, code) => code,
};
const records = ['north', 'south'].flatMap((team) =>
  Array.from({ length: 20 }, (_, each): CountedRecord => ({
    at: { team, time: each < 10 ? '2022/23 Q1' : '2022/23 Q2', theme: 'PLAN' },
    ...{ children: null, staff: null },
  })),
);

/** Nobody waits for tables by team. */
const slowByTeam: Hider = {
  hide: ({ figures }) =>
    figures.some(({ key }) => key.includes('team='))
      ? Promise.reject(new HidingTakesTooLong())
      : Promise.resolve({ hidden: new Set(), deviations: [], impossible: [] }),
};

describe('Tables among which the person who writes a report chooses', () => {
  it('are those that print something, and those are named for which nobody waits', async () => {
    const { tables, tooLong } = await tablesOfUse(records, places, 10, slowByTeam, ['quarter', 'team', 'team+quarter']);
    expect(tables.map(({ code }) => code)).toEqual(['quarter']);
    expect(tooLong).toEqual(['team', 'team+quarter']);
  });
});
