import { describe, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';
import type { Actor } from '../../../platform/event-store/event-store.js';
import { CAFCASS_REPLIES } from '../../events.js';

const record = (repliedOn: string) => ({
  type: 'record-cafcass-reply' as const,
  repliedOn,
  reply: 'advises' as const,
  summary: null,
});
const byTheIro = Controls.context(Controls.iro);
const otherIro = Controls.actor('iro-prasad', 'iro');
const referred = [...Controls.disputeRaised(), Controls.referredToCafcass('2022-04-12')];

describe('Recording what Cafcass replied', () => {
  it('takes every kind of reply, also after the end', () => {
    for (const reply of CAFCASS_REPLIES)
      given(...referred, Controls.resolved())
        .when({ ...record('2022-04-13'), reply }, byTheIro)
        .then({ type: 'CafcassReplied', data: { repliedOn: '2022-04-13', reply, summary: null } });
  });

  it('follows a referral', () => {
    given(...Controls.disputeRaised())
      .when(record('2022-04-13'), byTheIro)
      .thenRefuses('not-referred');
    given(...referred)
      .when(record('2022-04-11'), byTheIro)
      .thenRefuses('reply-before-referral');
    given(...referred)
      .when(record('2022-04-15'), byTheIro)
      .thenRefuses('date-in-future');
  });

  it('is of the IRO who referred it, also where it is about their own practice, in which they have no other part', () => {
    const subject = { ...Controls.subject, practiceOf: Controls.iro.person };
    const referredBy = (who: Actor) => [
      ...Controls.disputeRaised({ subject }),
      by(who, Controls.referredToCafcass('2022-04-12')),
    ];
    given(...referredBy(Controls.iro))
      .when(record('2022-04-13'), byTheIro)
      .then({ type: 'CafcassReplied', data: { repliedOn: '2022-04-13', reply: 'advises', summary: null } });
    given(...referredBy(otherIro))
      .when(record('2022-04-13'), byTheIro)
      .thenRefuses('own-practice');
  });

  it('is not the IRO’s of a sibling, but on a referral that they sent; those who help the IRO record it too', () => {
    const raised = Controls.disputeRaised({ subject: { ...Controls.subject, children: ['1568440', '1568441'] } });
    const referredBy = (who: Actor) => [...raised, by(who, Controls.referredToCafcass('2022-04-12'))];
    given(...referredBy(Controls.iro))
      .when(record('2022-04-13'), Controls.context(otherIro))
      .thenRefuses('referral-of-another');
    const replied = {
      type: 'CafcassReplied' as const,
      data: { repliedOn: '2022-04-13', reply: 'advises' as const, summary: null },
    };
    for (const who of [otherIro, Controls.iro, Controls.iroManager])
      given(...referredBy(otherIro))
        .when(record('2022-04-13'), Controls.context(who))
        .then(replied);
  });

  it('is kept by the IRO’s side', () => {
    given(...referred)
      .when(record('2022-04-13'), Controls.context(Controls.teamManager))
      .thenRefuses('asking-side-only');
  });

  it('may come on the very day', () => {
    given(...referred)
      .when(record('2022-04-12'), byTheIro)
      .then({ type: 'CafcassReplied', data: { repliedOn: '2022-04-12', reply: 'advises', summary: null } });
  });
});
