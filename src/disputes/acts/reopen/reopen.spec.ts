import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';
import type { DisputeEvent } from '../../events.js';

const reopen = { type: 'reopen' as const, reason: 'The action was not done.' };
const reopened: DisputeEvent = { type: 'DisputeReopened', data: { reason: 'The action was not done.' } };
const byTheIro = Controls.context(Controls.iro, { now: '2022-05-04T09:00:00.000Z' });
const stalemate: DisputeEvent = { type: 'StalemateRecorded', data: { reason: 'No agreement', impact: ['not-known'] } };

describe('Reopening', () => {
  it('begins a new round at the same stage, with a clock of its own; the original dates stay', () => {
    given(...Controls.disputeRaised(), Controls.answerGiven(), Controls.answerAccepted(), Controls.resolved())
      .when(reopen, byTheIro)
      .then(
        reopened,
        Controls.deadlineSet({ round: 2, why: 'reopened', startedOn: '2022-05-04', dueOn: '2022-05-11' }),
      );
  });

  it('keeps the protocol under which the stage began', () => {
    const protocols = [Controls.protocol(), Controls.protocol({ id: 'newer' })];
    given(...Controls.disputeRaised(), stalemate)
      .when(reopen, Controls.context(Controls.iro, { protocols, now: '2022-05-04T09:00:00.000Z' }))
      .then(
        reopened,
        Controls.deadlineSet({ round: 2, why: 'reopened', startedOn: '2022-05-04', dueOn: '2022-05-11' }),
      );
  });

  it('is not for what was withdrawn or voided, nor for what is open', () => {
    given(...Controls.disputeRaised(), Controls.withdrawn())
      .when(reopen, byTheIro)
      .thenRefuses('cannot-be-reopened');
    given(...Controls.disputeRaised(), Controls.voided())
      .when(reopen, byTheIro)
      .thenRefuses('cannot-be-reopened');
    given(...Controls.disputeRaised())
      .when(reopen, byTheIro)
      .thenRefuses('not-ended');
  });

  it('is advised only where it can be done', () => {
    const formalised: DisputeEvent = {
      type: 'DisputeFormalised',
      data: { formal: 'DRP-0000-0000', reason: 'Still not.' },
    };
    const adviceAfter = (ending: DisputeEvent): string =>
      given(...Controls.disputeRaised(), ending)
        .when({ type: 'withdraw', reason: 'The facts were wrong.' }, byTheIro)
        .refusal().message;
    for (const ending of [Controls.resolved(), stalemate]) expect(adviceAfter(ending)).toContain('Reopen it');
    expect(adviceAfter(Controls.withdrawn())).toContain('Raise a new one, linked to this');
    expect(adviceAfter(Controls.voided())).toContain('the one that counts');
    expect(adviceAfter(formalised)).toContain('the formal dispute that continues it');
    for (const ending of [Controls.withdrawn(), Controls.voided(), formalised])
      expect(adviceAfter(ending)).not.toContain('Reopen');
  });

  it('is for the IRO or a judge', () => {
    given(...Controls.disputeRaised(), Controls.resolved())
      .when(reopen, Controls.context(Controls.teamManager))
      .thenRefuses('closing-not-yours');
  });
});
