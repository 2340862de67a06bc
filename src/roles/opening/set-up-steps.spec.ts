import { describe, expect, it } from '@jest/globals';
import { setUpSteps, type SetUpSoFar } from './set-up-steps.js';

const EMPTY: SetUpSoFar = {
  council: null,
  dispute: null,
  holidaysKnownTo: '2028-12-31',
  closingDays: 0,
  teams: 0,
  postsHeld: 1,
  unanswered: [],
  iroManager: null,
  canSignIn: true,
  children: 0,
  protocol: null,
  registers: 0,
};

describe('the checklist of the set-up', () => {
  it('says of an empty council what is missing, and which of it is needed', () => {
    const steps = setUpSteps(EMPTY);
    expect(steps.filter(({ isDone }) => isDone)).toEqual([]);
    expect(steps.filter(({ isNeeded }) => isNeeded).map(({ step }) => step)).toEqual([
      ...['teams', 'posts', 'iro-manager', 'protocol'],
    ]);
    expect(steps.map(({ says }) => says)).toContain('1 post is held.');
    expect(steps.map(({ says }) => says)).toContain('The council has no name yet.');
  });

  it('says at which stages nobody holds the post that answers, and does not wait for it', () => {
    const posts = setUpSteps({ ...EMPTY, postsHeld: 4, unanswered: ['Stage 2', 'Stage 3'] }).find(
      ({ step }) => step === 'posts',
    );
    expect(posts).toMatchObject({
      isDone: true,
      says: '4 posts are held. Nobody holds a post that answers at these stages: Stage 2; Stage 3.',
    });
  });

  it('is not done before the IRO manager has a way to sign in, and says by which command there is one', () => {
    const stepOf = (canSignIn: boolean) =>
      setUpSteps({ ...EMPTY, iroManager: 'Mona', canSignIn }).find(({ step }) => step === 'iro-manager')!;
    expect(stepOf(true)).toMatchObject({ isDone: true, says: 'Mona opens the council.' });
    expect(stepOf(false)).toMatchObject({
      isDone: false,
      says: expect.stringMatching(/^Mona .* waits for a way to sign in: .* footprint setup-link --for 'Mona'$/),
    });
  });

  it('has nothing left to do once nothing is missing', () => {
    const steps = setUpSteps({
      ...EMPTY,
      council: 'Northshire Council',
      ...{ dispute: 'alert', closingDays: 2, teams: 1, postsHeld: 4, iroManager: 'Mona', children: 1, registers: 1 },
      protocol: { title: 'House protocol', from: '2023-04-01' },
    });
    expect(steps.filter(({ isDone }) => !isDone)).toEqual([]);
    expect(steps.map(({ says }) => says)).toEqual([
      'Northshire Council.',
      'By its protocol it says “alert”.',
      'Bank holidays are known to 31 December 2028. 2 closing days of its own.',
      '1 team.',
      '4 posts are held.',
      'Mona opens the council.',
      '1 child.',
      'House protocol, from 1 Apr 2023.',
      '1 register read in.',
    ]);
  });
});
