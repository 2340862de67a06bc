import { describe, it } from '@jest/globals';
import { Controls } from '../../../test/support/controls.js';
import { given } from '../../../test/support/given.js';

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
});
