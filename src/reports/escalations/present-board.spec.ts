import { describe, expect, it } from '@jest/globals';
import { NONE_SET } from '../../disputes/time/due.js';
import { rowShown } from './present-board.js';

const about = {
  words: { said: (text: string) => text, post: (kind: string) => kind },
  theme: (code: string) => code,
} as unknown as Parameters<typeof rowShown>[1];

const LATE = { ...NONE_SET, late: true, dueOn: '2026-11-26' };
const CHASER = { kind: 'iro', title: 'IRO', person: { id: 'mars', name: 'C. Marsden' } };
const next = (over: object): string =>
  rowShown(
    {
      ...{ reference: 'A', mayOpen: false, childCount: 1, team: { name: 'North' }, stageName: null, stage: 1 },
      ...{
        who: [],
        alsoAddressed: [],
        ladder: 'main',
        theme: 'DD',
        stageBeganOn: '2026-11-19',
        due: LATE,
        waiting: null,
      },
      ...{ waitsFor: 'answer', pausedOn: null, chasedBy: [CHASER], tabled: null },
      ...over,
    } as unknown as Parameters<typeof rowShown>[0],
    about,
  ).next;

describe('what happens next, on the board', () => {
  const tabled = { meeting: 'm', heldOn: '2027-01-13', on: '2027-01-13' };

  it('is the next step first, and the meeting that looks at it after that', () => {
    expect(next({})).toBe('C. Marsden chases it or sends it up');
    expect(next({ tabled })).toBe('C. Marsden chases it or sends it up. On the agenda of 13 Jan 2027');
    expect(next({ tabled, waitsFor: 'judgement' })).toBe(
      'The IRO says whether the answer is enough. On the agenda of 13 Jan 2027',
    );
  });

  it('is nothing while the clock stands still, whatever meeting looks at it', () => {
    expect(next({ tabled, pausedOn: '2026-11-20' })).toBe('The clock stands still since 20 Nov 2026');
  });
});
