import { expect, it } from '@jest/globals';
import { Controls } from '../../test/support/controls.js';
import { rowsAfter } from '../../test/support/read-models.js';
import { actions } from './actions.js';

it('keeps each action with what, who and by when, and how we know that it was done', () => {
  const events = [
    ...Controls.disputeRaised(),
    Controls.answerGiven(),
    Controls.actionAgreed('A1'),
    Controls.actionAgreed('A2'),
  ];
  const rows = rowsAfter(actions, { stream: 'dispute-A', events: [...events, Controls.actionDone('A2')] });
  expect(rows).toMatchObject([
    { reference: 'A', action_id: 'A1', what: 'Book the first session', by: '2022-04-29', done_on: null },
    { action_id: 'A2', done_on: '2022-04-14', evidence: 'Seen on file' },
  ]);
});
