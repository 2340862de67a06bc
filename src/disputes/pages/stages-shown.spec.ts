import { describe, expect, it } from '@jest/globals';
import { stagesShown } from './stages-shown.js';

const stages = ['Team manager', 'Service manager', 'Director'].map((name, index) => ({ number: index + 1, name }));
const statesOf = (status: string, ...rounds: [ladder: string, stage: number][]): string[] =>
  stagesShown({
    stages,
    dispute: { status, rounds: rounds.map(([ladder, stage]) => ({ ladder, stage })) },
  }).map(({ state }) => state);

describe('The stages above the page of a dispute', () => {
  it('say which it has passed and where it is, or where it ended', () => {
    expect(statesOf('open', ['main', 1], ['main', 2])).toEqual(['passed', 'now', '']);
    expect(statesOf('resolved', ['main', 2])).toEqual(['', 'ended here', '']);
    expect(statesOf('open', ['main', 0])).toEqual([]);
  });

  it('take no stage of another ladder for one of theirs', () => {
    expect(statesOf('open', ['main', 1], ['red', 2])).toEqual(['', 'now', '']);
  });
});
