import { describe, expect, it } from '@jest/globals';
import type { OpenDispute } from '../open-disputes/open-dispute.js';
import { type CountedOnWall, OTHER_TEAMS, wallOf } from './wall.js';

const row = (team: string, over: object = {}): OpenDispute =>
  ({ team: { id: team, name: `Team ${team}` }, day: 5, takenOn: true, due: { late: false }, ...over }) as OpenDispute;
const rows = (team: string, count: number): OpenDispute[] => Array.from({ length: count }, () => row(team));
const totals = {} as never;
const teamsOf = (...open: OpenDispute[]): readonly CountedOnWall[] => wallOf({ rows: open, totals, columns: [] }).teams;
const countsOf = (...open: OpenDispute[]): (readonly [string, number])[] =>
  teamsOf(...open).map(({ name, open: count }) => [name, count]);

describe('the board on a wall', () => {
  it('names teams A to Z, whatever their counts', () => {
    expect(countsOf(...rows('C', 3), ...rows('A', 4), ...rows('B', 9))).toEqual([
      ['Team A', 4],
      ['Team B', 9],
      ['Team C', 3],
    ]);
  });

  it('counts teams with fewer than three open together', () => {
    expect(countsOf(...rows('A', 4), ...rows('B', 2), ...rows('C', 1))).toEqual([
      ['Team A', 4],
      [OTHER_TEAMS, 3],
    ]);
  });

  it('lets the next smallest join where one small team would stand alone', () => {
    expect(countsOf(...rows('A', 5), ...rows('B', 1), ...rows('C', 3))).toEqual([
      ['Team A', 5],
      [OTHER_TEAMS, 4],
    ]);
  });

  it('says nothing by team where no team stands alone', () => {
    expect(teamsOf(row('A'), row('B'))).toEqual([]);
    expect(teamsOf(...rows('A', 3), row('B'))).toEqual([]);
    expect(teamsOf()).toEqual([]);
  });

  it('says how late the latest is, and how old the oldest that somebody works on', () => {
    const open = [
      row('A', { due: { late: true, daysLate: 2 }, day: 9 }),
      row('A', { due: { late: true, daysLate: 7 }, day: 12 }),
      row('A', { day: 400, takenOn: false }),
    ];
    expect(wallOf({ rows: open, totals, columns: [] })).toMatchObject({
      longestLate: 7,
      teams: [{ name: 'Team A', open: 3, late: 2, oldestDays: 12 }],
    });
    expect(wallOf({ rows: [row('A')], totals, columns: [] }).longestLate).toBeNull();
  });
});
