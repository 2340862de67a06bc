import { describe, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';
import { THE_CLOCK } from '../../rules.js';

const chase = { type: 'chase' as const, how: 'By telephone' };
const chased = { type: 'AnswerChased' as const, data: { how: 'By telephone' } };

describe('Chasing', () => {
  it('reminds of an answer, by anybody of the IRO service', () => {
    for (const who of [Controls.iro, Controls.iroManager, Controls.businessSupport])
      given(...Controls.disputeRaised())
        .when(chase, Controls.context(who))
        .then(chased);
  });

  it('reminds of agreed actions, also after it was resolved', () => {
    given(...Controls.disputeRaised(), Controls.actionAgreed(), Controls.resolved())
      .when(chase, Controls.context(Controls.iro))
      .then(chased);
  });

  it('has nothing to do when neither is outstanding', () => {
    given(...Controls.disputeRaised(), Controls.answerGiven())
      .when(chase, Controls.context(Controls.iro))
      .thenRefuses('nothing-to-chase');
    given(...Controls.disputeRaised(), Controls.actionAgreed(), Controls.actionDone(), Controls.resolved())
      .when(chase, Controls.context(Controls.iro))
      .thenRefuses('nothing-to-chase');
  });

  it('is not for those who are chased', () => {
    given(...Controls.disputeRaised())
      .when(chase, Controls.context(Controls.teamManager))
      .thenRefuses('asking-side-only');
  });

  describe('by the program', () => {
    const protocol = Controls.protocolWithStage({ onSilence: 'chase-then-ask' });
    const theClock = Controls.context(THE_CLOCK, { protocol, now: Controls.afterDue });
    const passed = {
      type: 'AnswerDeadlinePassed' as const,
      data: {
        round: 1,
        stage: 1,
        dueOn: Controls.dueOn,
        dueAt: '2022-04-25T23:00:00.000Z',
        onSilence: 'chase-then-ask' as const,
      },
    };

    it('happens once, when the passing of the date is on record', () => {
      given(...Controls.disputeRaised(), passed)
        .when(chase, theClock)
        .then(chased);
      given(...Controls.disputeRaised(), passed, chased)
        .when(chase, theClock)
        .thenRefuses('silence-has-not-run-out');
      given(...Controls.disputeRaised())
        .when(chase, theClock)
        .thenRefuses('silence-has-not-run-out');
    });

    it('is for the protocols that ask for it, and for what nobody answered', () => {
      given(...Controls.disputeRaised(), passed)
        .when(chase, Controls.context(THE_CLOCK, { now: Controls.afterDue }))
        .thenRefuses('silence-has-not-run-out');
      given(...Controls.disputeRaised(), passed, Controls.answerGiven())
        .when(chase, theClock)
        .thenRefuses('silence-has-not-run-out');
    });
  });
});
