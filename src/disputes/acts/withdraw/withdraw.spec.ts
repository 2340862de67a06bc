import { describe, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';

const withdraw = { type: 'withdraw' as const, reason: 'The facts were wrong.' };

describe('Withdrawing', () => {
  it('ends it with a reason; nothing is deleted', () => {
    given(...Controls.disputeRaised())
      .when(withdraw, Controls.context(Controls.iro))
      .then(Controls.withdrawn());
    given(...Controls.disputeRaised())
      .when({ ...withdraw, reason: '' }, Controls.context(Controls.iro))
      .thenRefuses('words-missing');
  });

  it('is for the IRO: nobody else can suppress it, neither the IRO manager nor somebody of the post that raised it', () => {
    const [raised, clock] = Controls.disputeRaised();
    given(...Controls.disputeRaised())
      .when(withdraw, Controls.context(Controls.iroManager))
      .thenRefuses('taking-back-not-yours');
    given(by(Controls.headOfQa, raised!), clock!)
      .when(withdraw, Controls.context(Controls.headOfQa))
      .thenRefuses('taking-back-not-yours');
    given(by(Controls.teamManager, raised!), clock!)
      .when(withdraw, Controls.context(Controls.teamManager))
      .thenRefuses('taking-back-not-yours');
  });

  it('is not for business support, who entered it for somebody else', () => {
    const [raised, clock] = Controls.disputeRaised();
    const forTheIro = { ...Controls.businessSupport, actingFor: 'iro-rowe' };
    given(by(forTheIro, raised!), clock!)
      .when(withdraw, Controls.context(forTheIro))
      .thenRefuses('taking-back-not-yours');
  });

  it('of a conversation that never took place is for the IRO with whom it is: nothing begins from it, and it can be taken back', () => {
    const conversation = Controls.concernDiscussed();
    const withdrawn = given(conversation, Controls.withdrawn());
    given(conversation).when(withdraw, Controls.context(Controls.iro)).then(Controls.withdrawn());
    given(conversation).when(withdraw, Controls.context(Controls.iroManager)).thenRefuses('taking-back-not-yours');
    withdrawn.when(withdraw, Controls.context(Controls.iro)).thenRefuses('conversation-withdrawn');
    withdrawn.when(Controls.raiseInformal(), Controls.context(Controls.iro)).thenRefuses('conversation-withdrawn');
    const { metadata, ...later } = by(Controls.iro, Controls.withdrawn());
    given(by(Controls.iro, conversation), { ...later, metadata: { ...metadata, commandId: 'withdraw' } })
      .when({ type: 'take-back-entry', entry: 1, reason: 'It did take place.' }, Controls.context(Controls.iro))
      .then({ type: 'EntryTakenBack', data: { revisions: [1], reason: 'It did take place.' } });
  });

  it('is not for what has ended', () => {
    given(...Controls.disputeRaised(), Controls.resolved())
      .when(withdraw, Controls.context(Controls.iro))
      .thenRefuses('already-ended');
  });
});
