import { describe, expect, it } from '@jest/globals';
import { specify } from '../../test/support/given.js';
import type { ReviewAct } from './acts.js';
import type { CheckBegun, ReviewEvent } from './events.js';
import { outstandingIn, outstandingOf, reviewDecider } from './review.js';

const given = specify(reviewDecider);

const begun: CheckBegun = {
  reference: 'RVW-7K4M-2QXH',
  kind: 'midway',
  child: '1568440',
  iro: 'iro-rowe',
  heldOn: '2022-04-14',
  standards: [
    { code: 'care-plan', text: 'An up-to-date care plan is on file.', theme: 'PLAN' },
    { code: 'visits', text: 'Visits were made in time and written down.', theme: 'VISIT' },
  ],
};
const CheckBegun: ReviewEvent = { type: 'CheckBegun', data: begun };
const notMet: ReviewEvent = {
  type: 'StandardChecked',
  data: { standard: 'visits', answer: 'not-met', note: 'The last was in January.' },
};
const check = (answer: 'met' | 'not-met' | 'does-not-apply', note: string | null = null): ReviewAct => ({
  type: 'check',
  standard: 'visits',
  answer,
  note,
});
const leave: ReviewAct = { type: 'decide-not-to-raise', standard: 'visits', reason: 'A visit is booked for Monday.' };
const left: ReviewEvent = {
  type: 'DecidedNotToRaise',
  data: { standard: 'visits', reason: 'A visit is booked for Monday.' },
};
const raise: ReviewAct = { type: 'note-raised', standard: 'visits', dispute: 'DRP-7K4M-2QXH' };
const raised: ReviewEvent = { type: 'RaisedFromCheck', data: { standard: 'visits', dispute: 'DRP-7K4M-2QXH' } };

describe('A check of standards', () => {
  it('is begun once, with the standards of the day', () => {
    given()
      .when({ type: 'begin', ...begun }, null)
      .then(CheckBegun);
    given(CheckBegun)
      .when({ type: 'begin', ...begun }, null)
      .thenRefuses('begun-already');
    given()
      .when({ type: 'begin', ...begun, standards: [] }, null)
      .thenRefuses('no-standards');
    given()
      .when({ type: 'begin', ...begun, heldOn: '2022-02-30' }, null)
      .thenRefuses('not-a-date');
    given().when(check('met'), null).thenRefuses('check-not-begun');
  });

  it('has several answered at once: all of them, or none where one cannot be', () => {
    const met = { standard: 'care-plan', answer: 'met', note: null } as const;
    given(CheckBegun)
      .when({ type: 'check-several', answers: [met, notMet.data as typeof met] }, null)
      .then({ type: 'StandardChecked', data: met }, notMet);
    given(CheckBegun, notMet)
      .when({ type: 'check-several', answers: [met, notMet.data as typeof met] }, null)
      .then({ type: 'StandardChecked', data: met });
    given(CheckBegun)
      .when({ type: 'check-several', answers: [met, { ...met, standard: 'unknown' }] }, null)
      .thenRefuses('no-such-standard');
    given(CheckBegun)
      .when({ type: 'check-several', answers: [met, { ...met, answer: 'not-met' }] }, null)
      .thenRefuses('answered-twice');
    given(CheckBegun, notMet, left)
      .when({ type: 'check-several', answers: [met, { ...met, standard: 'visits' }] }, null)
      .thenRefuses('decided-already');
  });

  it('has each standard answered, with the answer put right until something followed from it', () => {
    given(CheckBegun).when(check('not-met', 'The last was in January.'), null).then(notMet);
    given(CheckBegun, notMet).when(check('not-met', 'The last was in January.'), null).thenNothing();
    given(CheckBegun, notMet)
      .when(check('met'), null)
      .then({ type: 'StandardChecked', data: { standard: 'visits', answer: 'met', note: null } });
    given(CheckBegun, notMet, left).when(check('met'), null).thenRefuses('decided-already');
    given(CheckBegun, notMet, raised).when(check('met'), null).thenRefuses('decided-already');
    given(CheckBegun)
      .when({ ...check('met'), standard: 'weather' } as ReviewAct, null)
      .thenRefuses('no-such-standard');
  });

  it('asks of each standard not met that it is raised, or written down why not', () => {
    given(CheckBegun, notMet).when(raise, null).then(raised);
    given(CheckBegun, notMet).when(leave, null).then(left);
    given(CheckBegun, notMet)
      .when({ ...leave, reason: '  ' } as ReviewAct, null)
      .thenRefuses('words-missing');
    for (const act of [raise, leave]) given(CheckBegun).when(act, null).thenRefuses('not-found-wanting');
  });

  it('raises what was first left alone, and leaves nothing alone that was raised', () => {
    given(CheckBegun, notMet, left).when(raise, null).then(raised);
    given(CheckBegun, notMet, raised).when(raise, null).thenNothing();
    given(CheckBegun, notMet, raised).when(leave, null).thenRefuses('raised-already');
    given(CheckBegun, notMet, raised)
      .when({ ...raise, dispute: 'DRP-0000-0001' } as ReviewAct, null)
      .thenRefuses('raised-already');
  });

  it('is withdrawn where it was begun by mistake: nothing in it is asked or answered any more', () => {
    const withdraw: ReviewAct = { type: 'withdraw', reason: 'The review was put off.' };
    const withdrawn: ReviewEvent = { type: 'CheckWithdrawn', data: { reason: 'The review was put off.' } };
    const moved: ReviewEvent = {
      type: 'CheckMovedToChild',
      data: { from: '1568440', to: '1568441', iro: 'iro-prasad', reason: 'The same initials.' },
    };
    given(CheckBegun, notMet, left).when(withdraw, null).then(withdrawn);
    given(CheckBegun)
      .when({ ...withdraw, reason: ' ' } as ReviewAct, null)
      .thenRefuses('words-missing');
    for (const act of [withdraw, check('met'), leave, raise])
      given(CheckBegun, notMet, withdrawn).when(act, null).thenRefuses('withdrawn');
    // It must still leave the record of a child whom it is not about.
    given(CheckBegun, withdrawn)
      .when({ type: 'move-to-child', ...moved.data, bornOn: null } as ReviewAct, null)
      .then(moved);
    // One that stands fits the age of the right child, as one that is begun does.
    const toAnAdult = { type: 'move-to-child', ...moved.data, bornOn: '2000-01-01' } as ReviewAct;
    given(CheckBegun).when(toAnAdult, null).thenRefuses('is-18');
    given(CheckBegun, withdrawn).when(toAnAdult, null).then(moved);
    const { state } = given(CheckBegun, notMet, withdrawn);
    expect(state).toMatchObject({
      withdrawnBecause: 'The review was put off.',
      standards: [{}, { answer: 'not-met' }],
    });
    expect(state!.standards.map((each) => outstandingIn(state!, each))).toEqual([null, null]);
  });

  it('is not withdrawn once a dispute is raised from it, but for those who may not know of that dispute', () => {
    const withdraw = { type: 'withdraw', reason: 'The review was put off.' } as const;
    given(CheckBegun, notMet, raised).when(withdraw, null).thenRefuses('raised-already');
    given(CheckBegun, notMet, raised)
      .when({ ...withdraw, hidden: ['DRP-7K4M-2QXH'] }, null)
      .then({ type: 'CheckWithdrawn', data: { reason: 'The review was put off.' } });
  });

  it('is outstanding until each standard is answered and each one not met decided about', () => {
    const outstanding = (...events: ReviewEvent[]) => given(CheckBegun, ...events).state!.standards.map(outstandingOf);
    expect(outstanding()).toEqual(['to-answer', 'to-answer']);
    expect(outstanding(notMet)).toEqual(['to-answer', 'to-decide']);
    expect(outstanding(notMet, left)).toEqual(['to-answer', null]);
    expect(outstanding(notMet, raised)).toEqual(['to-answer', null]);
  });
});
