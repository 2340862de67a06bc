import { describe, expect, it } from '@jest/globals';
import { type Dimension, keyAt, keysAt, positionsOf, sumsOf } from './cross-table.js';

const leaf = (code: string) => ({ code, parts: [] });
const team: Dimension = { name: 'team', places: [{ code: 'North', parts: [leaf('N1'), leaf('N2')] }, leaf('South')] };
const quarter: Dimension = { name: 'quarter', places: [leaf('Q1'), leaf('Q2')] };

describe('A table by dimensions', () => {
  it('has a figure at every place of each, and at everything', () => {
    expect(positionsOf([quarter]).map(keyAt)).toEqual(['all', 'quarter=Q1', 'quarter=Q2']);
    expect(positionsOf([team, quarter])).toHaveLength(5 * 3);
  });

  it('adds up along each dimension, a service from its teams and everything from services', () => {
    expect(sumsOf([team])).toEqual([
      { total: 'all', parts: ['team=North', 'team=South'] },
      { total: 'team=North', parts: ['team=N1', 'team=N2'] },
    ]);
    expect(sumsOf([team, quarter])).toContainEqual({
      total: 'quarter=Q1 team=North',
      parts: ['quarter=Q1 team=N1', 'quarter=Q1 team=N2'],
    });
    expect(sumsOf([team, quarter])).toContainEqual({
      total: 'team=N1',
      parts: ['quarter=Q1 team=N1', 'quarter=Q2 team=N1'],
    });
  });

  it('gives a figure one key in all tables, in whatever order its dimensions stand', () => {
    expect(keyAt({ team: 'N1', quarter: 'Q1' })).toBe(keyAt({ quarter: 'Q1', team: 'N1' }));
    expect(keyAt({})).toBe('all');
    expect(keyAt({ team: 'A B=C' })).not.toBe(keyAt({ team: 'A', B: 'C' }));
  });

  it('knows which figures a team knows of itself', () => {
    expect([...keysAt([team, quarter], 'team', 'N1')]).toEqual(['team=N1', 'quarter=Q1 team=N1', 'quarter=Q2 team=N1']);
  });
});
