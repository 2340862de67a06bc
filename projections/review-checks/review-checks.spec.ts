import { expect, it } from '@jest/globals';
import type { ReviewEvent } from '../../src/reviews/events.js';
import { rowsAfter } from '../../test/support/read-models.js';
import { reviewChecks } from './review-checks.js';

const begun: ReviewEvent = {
  type: 'CheckBegun',
  data: {
    reference: 'RVW-7K4M-2QXH',
    kind: 'preparation',
    child: '1568440',
    iro: 'iro-rowe',
    heldOn: '2022-04-14',
    standards: [
      { code: 'care-plan', text: 'An up-to-date care plan is on file.', theme: 'PLAN' },
      { code: 'visits', text: 'Visits were made in time.', theme: 'VISIT' },
    ],
  },
};
const checked = (standard: string, answer: 'met' | 'not-met'): ReviewEvent => ({
  type: 'StandardChecked',
  data: { standard, answer, note: null },
});
const outstanding = (...events: ReviewEvent[]) =>
  rowsAfter(reviewChecks, { stream: 'review-RVW-7K4M-2QXH', events: [begun, ...events] }).map((row) => row.outstanding);

it('keeps what is outstanding of each standard of a check', () => {
  expect(outstanding()).toEqual(['to-answer', 'to-answer']);
  expect(outstanding(checked('care-plan', 'met'), checked('visits', 'not-met'))).toEqual([null, 'to-decide']);
  const left: ReviewEvent = { type: 'DecidedNotToRaise', data: { standard: 'visits', reason: 'Booked for Monday.' } };
  expect(outstanding(checked('visits', 'not-met'), left)).toEqual(['to-answer', null]);
  const raised: ReviewEvent = { type: 'RaisedFromCheck', data: { standard: 'visits', dispute: 'DRP-7K4M-2QXH' } };
  expect(outstanding(checked('visits', 'not-met'), raised)).toEqual(['to-answer', null]);
  const withdrawn: ReviewEvent = { type: 'CheckWithdrawn', data: { reason: 'Put off.' } };
  expect(outstanding(checked('visits', 'not-met'), withdrawn)).toEqual([null, null]);
});
