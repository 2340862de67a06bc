import { describe, expect, it } from '@jest/globals';
import { addDays } from '../../../calendar/dates.js';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';
import type { ChildToday } from '../../context.js';
import type { CafcassReply, DisputeEvent } from '../../events.js';
import type { ReferToCafcass } from './refer-to-cafcass.js';

const refer: ReferToCafcass = {
  type: 'refer-to-cafcass',
  grounds: 'The care plan has not been carried out.',
  legalAdviceTaken: true,
  told: ['iro-manager'],
  sentOn: Controls.today,
};
const { type: _type, ...written } = refer;
const byTheIro = Controls.context(Controls.iro);
const underAPlan = { ...Controls.subject, population: 'child-protection' as const };

describe('Referring to Cafcass', () => {
  it('is possible at any time once raised, and stops nothing', () => {
    const moments = [
      Controls.informalRaised(),
      Controls.disputeRaised(),
      [...Controls.disputeRaised(), Controls.answerGiven()],
      [...Controls.disputeRaised(), Controls.resolved()],
      [...Controls.disputeRaised(), Controls.withdrawn()],
    ];
    for (const history of moments)
      given(...history)
        .when(refer, byTheIro)
        .then(Controls.referredToCafcass());
    given(...Controls.disputeRaised(), Controls.voided())
      .when(refer, byTheIro)
      .thenRefuses('voided');
  });

  describe('while Cafcass has a referral', () => {
    const replied = (reply: CafcassReply): DisputeEvent => ({
      type: 'CafcassReplied',
      data: { repliedOn: Controls.today, reply, summary: null },
    });
    const referred = [...Controls.disputeRaised(), Controls.referredToCafcass('2022-04-12')];

    it('is refused, and says which one Cafcass has', () => {
      for (const history of [referred, [...referred, replied('asks-for-more')], [...referred, replied('negotiates')]]) {
        const refusal = given(...history)
          .when(refer, byTheIro)
          .refusal();
        expect(refusal).toMatchObject({ code: 'with-cafcass-already' });
        expect(refusal.message).toContain('2022-04-12');
      }
    });

    it('is possible once Cafcass has ended it, or it is withdrawn', () => {
      const withdrawn: DisputeEvent = {
        type: 'CafcassReferralWithdrawn',
        data: { withdrawnOn: Controls.today, reason: 'It was agreed at panel.' },
      };
      for (const ended of [replied('advises'), replied('declines'), replied('issues-proceedings'), withdrawn])
        given(...referred, ended)
          .when(refer, byTheIro)
          .then(Controls.referredToCafcass());
    });
  });

  it('leaves the ladder running', () => {
    given(...Controls.disputeRaised(), Controls.referredToCafcass())
      .when(
        {
          type: 'answer',
          agreement: 'agree',
          reasons: 'You are right that this has waited too long.',
          actions: [{ what: 'Book the first session', who: 'Team manager', by: '2022-04-29', measure: null }],
          evidence: null,
        },
        Controls.context(Controls.teamManager),
      )
      .then(Controls.answerGiven());
  });

  it('cannot be forbidden by a protocol for a looked-after child', () => {
    const protocol = Controls.protocol({ cafcass: { populations: [], by: [] } });
    given(...Controls.disputeRaised())
      .when(refer, Controls.context(Controls.iro, { protocol }))
      .then(Controls.referredToCafcass());
  });

  it('is for the IRO of a sibling as long as their own child is in care; after that it is for the IRO who holds it', () => {
    const siblings = Controls.disputeRaised({ subject: { ...Controls.subject, children: ['1', '2'] } });
    const inCare = { population: 'looked-after', isAdult: false, leftCareOn: null } as const;
    const when = (leftCareOn: string | null) => ({
      childrenToday: (asked: readonly string[]) =>
        [
          { ...inCare, child: '1', iro: Controls.iro.person },
          { ...inCare, child: '2', iro: 'iro-other', leftCareOn },
        ].filter(({ child }) => asked.includes(child)),
    });
    const theOther = Controls.context({ ...Controls.iro, person: 'iro-other' });
    given(...siblings)
      .when(refer, { ...theOther, ...when(null) })
      .then(Controls.referredToCafcass());
    given(...siblings)
      .when(refer, { ...theOther, ...when('2022-04-13') })
      .thenRefuses('referring-not-yours');
    given(...siblings)
      .when(refer, { ...byTheIro, ...when('2022-04-13') })
      .then(Controls.referredToCafcass());
  });

  describe('follows the child, today or then, whichever is wider', () => {
    const today = (...children: ChildToday[]) => ({ ...byTheIro, childrenToday: () => children });
    const [child] = Controls.subject.children as [string];
    const lookedAfter: ChildToday = { child, population: 'looked-after', isAdult: false, leftCareOn: null };
    const onAPlan = Controls.disputeRaised({ subject: underAPlan });

    it('is open for a child who is looked after today, whatever was written down at raising', () => {
      given(...onAPlan)
        .when(refer, today(lookedAfter))
        .then(Controls.referredToCafcass());
    });

    it('is open for a child who was looked after then, and has left care since, which the record says', () => {
      given(...Controls.disputeRaised())
        .when(refer, today({ ...lookedAfter, population: 'care-leaver' }))
        .then({ type: 'ReferredToCafcass', data: { ...written, lookedAfterWhenRaised: true } });
    });

    it('is open for one who left care on the day it was raised or after, and closed for one who had left before', () => {
      given(...Controls.disputeRaised())
        .when(refer, today({ ...lookedAfter, leftCareOn: addDays(Controls.today, -1) }))
        .thenRefuses('left-care-before');
      given(...Controls.disputeRaised())
        .when(refer, today({ ...lookedAfter, leftCareOn: Controls.today }))
        .then({ type: 'ReferredToCafcass', data: { ...written, lookedAfterWhenRaised: true } });
      given(...Controls.disputeRaised())
        .when(
          { ...refer, sentOn: '2022-04-20' },
          { ...today({ ...lookedAfter, leftCareOn: '2022-04-19' }), today: '2022-04-20' },
        )
        .then({ type: 'ReferredToCafcass', data: { ...written, sentOn: '2022-04-20', lookedAfterWhenRaised: true } });
    });

    it('is open if one of several siblings is looked after', () => {
      const siblings = { ...underAPlan, children: [child, '1568441'] };
      given(...Controls.disputeRaised({ subject: siblings }))
        .when(refer, today({ ...lookedAfter, population: 'child-in-need' }, { ...lookedAfter, child: '1568441' }))
        .then(Controls.referredToCafcass());
      given(...Controls.disputeRaised({ subject: { ...Controls.subject, children: [child, '1568441'] } }))
        .when(refer, today({ ...lookedAfter, isAdult: true }, { ...lookedAfter, child: '1568441' }))
        .then(Controls.referredToCafcass());
    });

    it('is open once a wrong status is corrected', () => {
      given(...onAPlan)
        .when(refer, byTheIro)
        .thenRefuses('no-cafcass-route');
      given(...onAPlan, {
        type: 'PopulationCorrected',
        data: { from: 'child-protection', to: 'looked-after', reason: 'She came into care in March.' },
      })
        .when(refer, byTheIro)
        .then(Controls.referredToCafcass());
    });

    it('ends at 18, and says so to the person who asks', () => {
      const grown = { childrenToday: () => [{ ...lookedAfter, isAdult: true }] };
      for (const who of [Controls.iro, Controls.chair, Controls.iroManager])
        given(...Controls.disputeRaised())
          .when(refer, { ...Controls.context(who), ...grown })
          .thenRefuses('over-18');
    });

    it('does not exist for other children, and the person who asks hears that and not who they are', () => {
      for (const who of [Controls.iro, Controls.chair, Controls.iroManager]) {
        const refusal = given(...onAPlan)
          .when(refer, {
            ...Controls.context(who),
            childrenToday: () => [{ ...lookedAfter, population: 'child-in-need' }],
          })
          .refusal();
        expect(refusal).toMatchObject({ code: 'no-cafcass-route' });
        expect(refusal.message).toContain('looked-after children only');
      }
    });
  });

  it('is never for a conference chair, whatever the protocol says', () => {
    const protocol = Controls.protocol({ cafcass: { populations: ['looked-after'], by: ['conference-chair'] } });
    given(...Controls.disputeRaised())
      .when(refer, Controls.context(Controls.chair, { protocol }))
      .thenRefuses('referring-not-yours');
  });

  it('is for others only where the protocol names them', () => {
    const protocol = Controls.protocol({ cafcass: { populations: ['looked-after'], by: ['iro', 'iro-manager'] } });
    given(...Controls.disputeRaised())
      .when(refer, Controls.context(Controls.iroManager))
      .thenRefuses('referring-not-yours');
    given(...Controls.disputeRaised())
      .when(refer, Controls.context(Controls.iroManager, { protocol }))
      .then(Controls.referredToCafcass());
  });

  it('needs grounds and a day that has come', () => {
    given(...Controls.disputeRaised())
      .when({ ...refer, grounds: '' }, byTheIro)
      .thenRefuses('words-missing');
    given(...Controls.disputeRaised())
      .when({ ...refer, sentOn: '2022-04-15' }, byTheIro)
      .thenRefuses('date-in-future');
  });
});
