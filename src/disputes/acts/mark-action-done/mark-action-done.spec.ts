import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';

const done = {
  type: 'mark-action-done' as const,
  actionId: 'A1',
  evidence: 'Seen on file',
  doneOn: Controls.today,
};
const agreed = [
  ...Controls.disputeRaised(),
  Controls.answerGiven(),
  Controls.answerAccepted(),
  Controls.actionAgreed(),
];
const byTheWorker = Controls.context(Controls.socialWorker);

describe('Marking an action done', () => {
  it('needs evidence and a day that has come', () => {
    given(...agreed)
      .when(done, byTheWorker)
      .then(Controls.actionDone());
    given(...agreed)
      .when({ ...done, evidence: '' }, byTheWorker)
      .thenRefuses('words-missing');
    given(...agreed)
      .when({ ...done, doneOn: '2022-04-15' }, byTheWorker)
      .thenRefuses('date-in-future');
  });

  it('was not done before anything was raised; done before it was agreed is taken as said', () => {
    given(...agreed)
      .when({ ...done, doneOn: '2021-01-01' }, byTheWorker)
      .thenRefuses('done-before-raised');
    const agreedLater = [
      ...Controls.disputeRaised(),
      by(Controls.teamManager, Controls.answerGiven(), '2022-04-20T09:00:00.000Z'),
      by(Controls.iro, Controls.answerAccepted(), '2022-04-21T09:00:00.000Z'),
      by(Controls.iro, Controls.actionAgreed(), '2022-04-21T09:00:00.000Z'),
    ];
    given(...agreedLater)
      .when(
        { ...done, doneOn: '2022-04-19' },
        Controls.context(Controls.socialWorker, { now: '2022-04-22T09:00:00.000Z' }),
      )
      .thenAmong({ type: 'ActionDone', data: expect.objectContaining({ doneOn: '2022-04-19' }) as object });
  });

  it('goes on after the dispute was resolved', () => {
    given(...agreed, Controls.resolved())
      .when(done, byTheWorker)
      .then(Controls.actionDone());
  });

  it('happens once', () => {
    given(...agreed, Controls.actionDone())
      .when(done, byTheWorker)
      .thenRefuses('action-already-done');
  });

  it('needs an action that was agreed', () => {
    given(...agreed)
      .when({ ...done, actionId: 'A2' }, byTheWorker)
      .thenRefuses('no-such-action');
  });

  it('is an act of a person', () => {
    given(...agreed)
      .when(done, Controls.context(Controls.commandLine))
      .thenRefuses('post-needed');
  });
});
