import { describe, expect, it } from '@jest/globals';
import type { ReadModels } from '../../../platform/projections/projection.js';
import { breaksOfTable } from './breaks-of-table.js';

/** North became East on 1 October 2022, and a theme is collected from 1 January 2022 on. */
const readModels = {
  all: (sql: string) => {
    if (sql.includes('themes_in_use')) return [{ label: 'Health', from: '2022-01-01', to: null }];
    if (sql.includes('succeeds'))
      return [
        { team: 'north', from: null, to: '2022-09-30', succeeds: '[]', succeeded_by: '["east"]' },
        { team: 'east', from: '2022-10-01', to: null, succeeds: '["north"]', succeeded_by: '[]' },
      ];
    return [];
  },
  get: (_: string, [team]: readonly [string]) => ({ name: team === 'north' ? 'North' : 'East' }),
} as unknown as ReadModels;
const YEAR = { from: '2022-04-01', to: '2023-03-31' };
const THREE_YEARS = { from: '2020-04-01', to: '2023-03-31' };

describe('A table within whose days something changed by which it counts', () => {
  it('says so of teams that became others, in a table by team or service', () => {
    const said = [
      'Changed within these days: from 1 October 2022 North became East: from year to year they are compared together, not one by one.',
    ];
    expect(breaksOfTable('team', YEAR, readModels)).toEqual(said);
    expect(breaksOfTable('service+half', YEAR, readModels)).toEqual(said);
    expect(breaksOfTable('quarter', YEAR, readModels)).toEqual([]);
  });

  it('says so of a theme that began to be collected, and not of one that was before', () => {
    expect(breaksOfTable('theme', YEAR, readModels)).toEqual([]);
    expect(breaksOfTable('theme+three-years', THREE_YEARS, readModels)).toEqual([
      'Changed within these days: “Health” is collected from 1 January 2022 on.',
    ]);
  });
});
