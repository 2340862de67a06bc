import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';
import type { CafcassReply, DisputeEvent } from '../../events.js';
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

  it('does not end with care while one of the siblings is in care', () => {
    const siblings = [
      ...Controls.disputeRaised({ subject: { ...Controls.subject, children: ['1568440', '1568441'] } }),
    ];
    const inCare = (children: readonly string[]) => ({
      isOneInCare: (all: readonly string[]) => all.some((each) => children.includes(each)),
    });
    for (const still of [['1568440'], ['1568440', '1568441']])
      given(...siblings)
        .when(end('ENDED-CARE'), { ...byTheIro, ...inCare(still) })
        .thenRefuses('still-in-care');
    given(...siblings)
      .when(end('ENDED-CARE'), { ...byTheIro, ...inCare([]) })
      .thenAmong({ type: 'DisputeEndedOtherwise', data: expect.anything() as object });
  });

  it('is continued by Cafcass only after a referral', () => {
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

  it('is continued by Cafcass only while Cafcass has it, or has taken it to court', () => {
    const referred = [...Controls.disputeRaised(), Controls.referredToCafcass('2022-04-12')];
    const replied = (reply: CafcassReply, repliedOn = '2022-04-13'): DisputeEvent => ({
      type: 'CafcassReplied',
      data: { repliedOn, reply, summary: null },
    });
    const toCafcass = (...after: DisputeEvent[]) => given(...referred, ...after).when(end('TO-CAF'), byTheIro);
    for (const reply of ['advises', 'declines'] as const) toCafcass(replied(reply)).thenRefuses('cafcass-has-finished');
    for (const reply of ['asks-for-more', 'negotiates', 'issues-proceedings'] as const)
      toCafcass(replied('declines', '2022-04-12'), replied(reply)).thenAmong({
        type: 'DisputeEndedOtherwise',
        data: expect.objectContaining({ outcome: 'TO-CAF' }) as object,
      });
    // A letter that is written down late says nothing of what Cafcass has said since.
    toCafcass(replied('declines'), replied('asks-for-more', '2022-04-12')).thenRefuses('cafcass-has-finished');
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
