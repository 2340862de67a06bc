import { describe, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';
import type { DisputeEvent } from '../../events.js';

const acknowledge = { type: 'acknowledge-receipt' as const, note: null };
const acknowledged: DisputeEvent = {
  type: 'ReceiptAcknowledged',
  data: { round: 1, role: 'team-manager', note: null, complete: true },
};
const byTheManager = Controls.context(Controls.teamManager);

describe('Acknowledging receipt', () => {
  it('says that it has reached those it is addressed to', () => {
    given(...Controls.disputeRaised())
      .when(acknowledge, byTheManager)
      .then(acknowledged);
  });

  it('may say a word with it', () => {
    given(...Controls.disputeRaised())
      .when({ ...acknowledge, note: 'I meet the worker on Tuesday.' }, byTheManager)
      .then({
        ...acknowledged,
        data: { round: 1, role: 'team-manager', note: 'I meet the worker on Tuesday.', complete: true },
      });
  });

  it('is for those it is addressed to', () => {
    for (const who of [Controls.iro, Controls.serviceManager, Controls.clock])
      given(...Controls.disputeRaised())
        .when(acknowledge, Controls.context(who))
        .thenRefuses('receipt-not-yours');
  });

  it('is done once, and not after the answer', () => {
    given(...Controls.disputeRaised(), acknowledged)
      .when(acknowledge, byTheManager)
      .thenRefuses('already-acknowledged');
    given(...Controls.disputeRaised(), Controls.answerGiven())
      .when(acknowledge, byTheManager)
      .thenRefuses('already-answered');
  });
});

describe('The clock of receipt', () => {
  const protocol = Controls.protocol({ receiptClock: { unit: 'working-days', amount: 1 } });

  it('starts with every round where the protocol asks for it', () => {
    const due = { dueOn: '2022-04-19', dueAt: '2022-04-19T23:00:00.000Z', startedOn: Controls.today };
    given()
      .when(Controls.raiseFormal(), Controls.context(Controls.iro, { protocol }))
      .thenAmong({ type: 'ReceiptDeadlineSet', data: { round: 1, ...due, rule: '1 working day, receipt, stage 1' } });
    given(...Controls.disputeRaised(), Controls.answerGiven(), Controls.answerRejected())
      .when(
        { type: 'escalate', toStage: null, reason: 'There is no date', meetingOn: null },
        Controls.context(Controls.iro, { protocol }),
      )
      .thenAmong({ type: 'ReceiptDeadlineSet', data: { round: 2, ...due, rule: '1 working day, receipt, stage 2' } });
  });

  it('may be counted in hours', () => {
    const inHours = Controls.protocol({ receiptClock: { unit: 'hours', amount: 24 } });
    given()
      .when(Controls.raiseFormal(), Controls.context(Controls.iro, { protocol: inHours }))
      .thenAmong({
        type: 'ReceiptDeadlineSet',
        data: {
          round: 1,
          startedOn: Controls.today,
          dueOn: '2022-04-15',
          dueAt: '2022-04-15T09:00:00.000Z',
          rule: '24 hours, receipt, stage 1',
        },
      });
  });
});
