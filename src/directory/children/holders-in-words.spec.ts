import { describe, expect, it } from '@jest/globals';
import type { Names } from '../names.js';
import { changeInWords, plansInWords } from './holders-in-words.js';

const NAMES: Readonly<Record<string, string>> = {
  'l-kemp': 'L. Kemp',
  'd-naylor': 'D. Naylor',
  north: 'North',
  south: 'South',
};
const names: Names = {
  person: (id) => ({ id, name: NAMES[id] ?? null }),
  team: (id) => ({ id, name: NAMES[id] ?? null }),
  child: (id) => ({ id, initials: null }),
};
const now = { team: 'north', iro: 'l-kemp', from: null };
const holders = { allocations: [now], socialWorkers: [] };

describe('The holders of a child over time, in words', () => {
  it('says who has the child next, from which day, and who had the child before', () => {
    const change = { team: 'north', iro: 'd-naylor', from: '2026-11-30' };
    expect(changeInWords(change, holders, names)).toEqual([
      'From Monday 30 November 2026 the IRO is D. Naylor (before: L. Kemp).',
    ]);
    expect(changeInWords({ team: 'south', iro: null, from: '2026-11-30' }, holders, names)).toEqual([
      'From Monday 30 November 2026 there is no IRO (before: L. Kemp).',
      'From Monday 30 November 2026 the team is South (before: North).',
    ]);
    expect(changeInWords({ socialWorker: 'd-naylor', from: '2026-11-30' }, holders, names)).toEqual([
      'From Monday 30 November 2026 the social worker is D. Naylor.',
    ]);
  });

  it('says what is to come, and nothing of what has begun', () => {
    const planned = { team: 'north', iro: 'd-naylor', from: '2026-11-30' };
    const both = { ...holders, allocations: [now, planned] };
    expect(plansInWords(both, '2026-11-29', names)).toEqual([
      'From Monday 30 November 2026 the IRO is D. Naylor (before: L. Kemp).',
    ]);
    expect(plansInWords(both, '2026-11-30', names)).toEqual([]);
    expect(plansInWords(holders, '2026-11-29', names)).toEqual([]);
  });
});
