import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';
import type { EndOtherwise } from './end-otherwise.js';

const end = (outcome: EndOtherwise['outcome']): EndOtherwise => ({
  type: 'end-otherwise',
  outcome,
  reason: 'The child was adopted in May.',
  impact: ['not-known'],
});
const byTheIro = Controls.context(Controls.iro);

describe('Ending otherwise', () => {
  it('is a person’s decision when the child is no longer looked after', () => {
    given(...Controls.disputeRaised())
      .when(end('ENDED-CARE'), byTheIro)
      .then({
        type: 'DisputeEndedOtherwise',
        data: { outcome: 'ENDED-CARE', reason: 'The child was adopted in May.', impact: ['not-known'] },
      });
  });

  it('is carried on by Cafcass only after a referral', () => {
    given(...Controls.disputeRaised())
      .when(end('TO-CAF'), byTheIro)
      .thenRefuses('not-referred');
    given(...Controls.disputeRaised(), Controls.referredToCafcass())
      .when(end('TO-CAF'), byTheIro)
      .then({
        type: 'DisputeEndedOtherwise',
        data: { outcome: 'TO-CAF', reason: 'The child was adopted in May.', impact: ['not-known'] },
      });
  });

  it('is not for managers', () => {
    given(...Controls.disputeRaised())
      .when(end('ENDED-CARE'), Controls.context(Controls.teamManager))
      .thenRefuses('closing-not-yours');
  });

  it('is not for a judge who must answer: nobody closes what is asked of them', () => {
    const protocol = Controls.protocolWithStage({ judges: ['head-of-qa'] });
    const byHeadOfQa = Controls.context(Controls.headOfQa, { protocol });
    given(...Controls.disputeRaised())
      .when(end('ENDED-CARE'), byHeadOfQa)
      .thenAmong({ type: 'DisputeEndedOtherwise', data: expect.anything() as object });
    given(...Controls.disputeRaised())
      .when(end('ENDED-CARE'), { ...byHeadOfQa, holdersOf: () => [Controls.headOfQa.person] })
      .thenRefuses('closing-not-yours');
  });

  it('says what changed for the child', () => {
    given(...Controls.disputeRaised())
      .when({ ...end('ENDED-CARE'), impact: [] }, byTheIro)
      .thenRefuses('impact-missing');
  });
});
