import { describe, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';
import type { CafcassReply, DisputeEvent } from '../../events.js';

const withdraw = (withdrawnOn: string) => ({
  type: 'withdraw-referral' as const,
  withdrawnOn,
  reason: 'It was agreed at panel.',
});
const withdrawn = (withdrawnOn: string): DisputeEvent => ({
  type: 'CafcassReferralWithdrawn',
  data: { withdrawnOn, reason: 'It was agreed at panel.' },
});
const byTheIro = Controls.context(Controls.iro);
const otherIro = Controls.actor('iro-prasad', 'iro');
const referred = [...Controls.disputeRaised(), Controls.referredToCafcass('2022-04-12')];

describe('Withdrawing a referral to Cafcass', () => {
  it('is the IRO’s, on the day of the referral or later, also after the end', () => {
    for (const day of ['2022-04-12', '2022-04-13'])
      given(...referred)
        .when(withdraw(day), byTheIro)
        .then(withdrawn(day));
    given(...referred, Controls.resolved())
      .when(withdraw('2022-04-13'), byTheIro)
      .then(withdrawn('2022-04-13'));
    given(...referred)
      .when(withdraw('2022-04-13'), Controls.context(Controls.iroManager))
      .then(withdrawn('2022-04-13'));
    given(...referred)
      .when(withdraw('2022-04-13'), Controls.context(Controls.teamManager))
      .thenRefuses('referring-not-yours');
  });

  it('is not the IRO’s of a sibling, but for a referral that they sent; the IRO who holds the dispute may do so as well', () => {
    const raised = Controls.disputeRaised({ subject: { ...Controls.subject, children: ['1568440', '1568441'] } });
    const bySibling = Controls.context(otherIro);
    const ofHolder = [...raised, by(Controls.iro, Controls.referredToCafcass('2022-04-12'))];
    const ofSibling = [...raised, by(otherIro, Controls.referredToCafcass('2022-04-12'))];
    given(...ofHolder)
      .when(withdraw('2022-04-13'), bySibling)
      .thenRefuses('referral-of-another');
    for (const who of [otherIro, Controls.iro, Controls.iroManager])
      given(...ofSibling)
        .when(withdraw('2022-04-13'), Controls.context(who))
        .then(withdrawn('2022-04-13'));
  });

  it('needs a referral that stands: none before one, and none twice', () => {
    given(...Controls.disputeRaised())
      .when(withdraw('2022-04-13'), byTheIro)
      .thenRefuses('not-referred');
    given(...referred, withdrawn('2022-04-13'))
      .when(withdraw('2022-04-13'), byTheIro)
      .thenRefuses('not-referred');
    given(...referred)
      .when(withdraw('2022-04-11'), byTheIro)
      .thenRefuses('withdrawn-before-referral');
    given(...referred)
      .when(withdraw('2022-04-15'), byTheIro)
      .thenRefuses('date-in-future');
  });

  it('is refused once Cafcass has ended it: how it ended it stays on record', () => {
    const replied = (reply: CafcassReply): DisputeEvent => ({
      type: 'CafcassReplied',
      data: { repliedOn: '2022-04-13', reply, summary: null },
    });
    for (const reply of ['advises', 'declines', 'issues-proceedings'] as const)
      given(...referred, replied(reply))
        .when(withdraw('2022-04-14'), byTheIro)
        .thenRefuses('cafcass-has-finished');
    for (const reply of ['asks-for-more', 'negotiates'] as const)
      given(...referred, replied(reply))
        .when(withdraw('2022-04-14'), byTheIro)
        .then(withdrawn('2022-04-14'));
  });

  it('leaves the one that Cafcass replied on before, which Cafcass can continue', () => {
    const history = [
      ...referred,
      { type: 'CafcassReplied', data: { repliedOn: '2022-04-13', reply: 'issues-proceedings', summary: null } },
      Controls.referredToCafcass('2022-04-13'),
      withdrawn('2022-04-14'),
    ] as const;
    const continued = { outcome: 'TO-CAF', reason: 'In court.', impact: ['not-known'] } as const;
    given(...history)
      .when({ type: 'end-otherwise', ...continued, impact: ['not-known'] }, byTheIro)
      .then({ type: 'DisputeEndedOtherwise', data: { ...continued, impact: ['not-known'] } });
  });

  it('leaves nothing that Cafcass could continue, and lets it be referred again', () => {
    given(...referred, withdrawn('2022-04-13'))
      .when({ type: 'end-otherwise', outcome: 'TO-CAF', reason: 'In court.', impact: ['not-known'] }, byTheIro)
      .thenRefuses('not-referred');
    given(...referred, withdrawn('2022-04-13'), Controls.referredToCafcass('2022-04-14'))
      .when(withdraw('2022-04-14'), byTheIro)
      .then(withdrawn('2022-04-14'));
  });
});
