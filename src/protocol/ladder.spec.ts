import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../platform/decider.js';
import { allStages, stageOf, workingDaysInTotal } from './ladder.js';
import { readProtocol } from './read-protocol.js';

const { protocol } = readProtocol(
  `id: a
title: A
stages:
  - { name: One, addressees: team-manager, clock: 5 working-days }
  - { name: Two, addressees: director, clock: 7 calendar-days }
  - { name: Three, addressees: director, clock: 48 hours }
  - { name: Four, addressees: director, clock: meeting }
`,
  'a.yaml',
);

describe('the ladder', () => {
  it('finds a stage by its number', () => {
    expect(stageOf(protocol, 1).name).toBe('One');
    expect(stageOf({ ...protocol, informal: stageOf(protocol, 1) }, 0).name).toBe('One');
    expect(allStages(protocol).map((stage) => stage.name)).toEqual(['One', 'Two', 'Three', 'Four']);
  });

  it('refuses a stage that it does not have, and says which it has', () => {
    for (const number of [0, 5, -1, 1.5]) expect(() => stageOf(protocol, number)).toThrow(Refusal);
    expect(() => stageOf(protocol, 5)).toThrow('from 1 to 4');
    expect(() => stageOf(protocol, 0)).toThrow('no informal stage');
  });

  it('adds up in working days, a week of calendar days being five', () => {
    expect(workingDaysInTotal(protocol.stages)).toBe(5 + 5 + 2);
  });

  it('adds up formal stages alone', () => {
    const [first, ...others] = protocol.stages;
    expect(workingDaysInTotal([{ ...first!, countsAs: 'pre-formal' }, ...others])).toBe(5 + 2);
  });
});
