import { describe, expect, it } from '@jest/globals';
import { type LinkedTeam, successionNote, teamLines } from './team-succession.js';

const team = (id: string, more: Partial<LinkedTeam> = {}): LinkedTeam => ({
  team: id,
  from: null,
  to: null,
  succeeds: [],
  succeededBy: [],
  ...more,
});

describe('Teams that became one another', () => {
  it('are a split, from either side of the link', () => {
    const line = { before: ['north'], after: ['east', 'west'], changedOn: ['2023-07-01', '2023-06-30', '2023-07-01'] };
    const young = { from: '2023-07-01' };
    const fromTheOld = team('north', { to: '2023-06-30', succeededBy: ['east', 'west'] });
    expect(teamLines([fromTheOld, team('east', young), team('west', young)])).toEqual([line]);
    const fromTheYoung = { ...young, succeeds: ['north'] };
    expect(
      teamLines([team('north', { to: '2023-06-30' }), team('east', fromTheYoung), team('west', fromTheYoung)]),
    ).toEqual([line]);
  });

  it('are a merger, and a chain of both is one line', () => {
    expect(teamLines([team('a'), team('b'), team('c', { succeeds: ['a', 'b'] })])).toMatchObject([
      { before: ['a', 'b'], after: ['c'] },
    ]);
    const chain = [team('a', { succeededBy: ['b'] }), team('b', { succeededBy: ['c'] }), team('c')];
    expect(teamLines(chain)).toMatchObject([{ before: ['a', 'b'], after: ['b', 'c'] }]);
  });

  it('are none that only stand beside each other', () => {
    expect(teamLines([team('a'), team('b')])).toEqual([]);
  });

  it('are named in a note', () => {
    const line = { before: ['north'], after: ['east', 'mid', 'west'], changedOn: [] };
    expect(successionNote(line, (id) => id)).toBe(
      'north became east, mid and west: from year to year they are compared together, not one by one',
    );
  });
});
