import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';
import type { ChildToday } from '../../context.js';
import { THE_PROGRAM } from '../../rules.js';

const handOver = { type: 'hand-over' as const, toIro: 'iro-prasad', reason: 'The child was reallocated.' };
const handedOver = {
  type: 'DisputeHandedOver' as const,
  data: { fromIro: 'iro-rowe', toIro: 'iro-prasad', reason: 'The child was reallocated.' },
};

describe('Handing over to another IRO', () => {
  it('is for the IRO and those who answer for the IRO service', () => {
    for (const who of [Controls.iro, Controls.iroManager, Controls.headOfQa])
      given(...Controls.disputeRaised())
        .when(handOver, Controls.context(who))
        .then(handedOver);
    given(...Controls.disputeRaised())
      .when(handOver, Controls.context(Controls.teamManager))
      .thenRefuses('handing-over-not-yours');
  });

  it('is possible after the end too, since actions may be outstanding', () => {
    given(...Controls.disputeRaised(), Controls.resolved())
      .when(handOver, Controls.context(Controls.iroManager))
      .then(handedOver);
  });

  it('goes to somebody else than who holds it now', () => {
    given(...Controls.disputeRaised(), handedOver)
      .when(handOver, Controls.context(Controls.iroManager))
      .thenRefuses('same-iro');
  });

  describe('to a conference chair', () => {
    const toTheChair = { ...handOver, toIro: Controls.chair.person };
    const [child] = Controls.subject.children as [string];
    const context = (who = Controls.iroManager, today: readonly ChildToday[] = []) => ({
      ...Controls.context(who),
      childrenToday: () => today,
      isChairAlone: (person: string) => person === Controls.chair.person,
    });
    const underAPlan = Controls.disputeRaised({ subject: { ...Controls.subject, population: 'child-protection' } });
    const overToTheChair = { ...handedOver, data: { ...handedOver.data, toIro: Controls.chair.person } };

    it('is refused where a child is looked after, as written down or today, for the chair has no route to Cafcass', () => {
      const refusal = given(...Controls.disputeRaised())
        .when(toTheChair, context())
        .refusal();
      expect(refusal).toMatchObject({ code: 'looked-after-has-an-iro', details: { pointer: '/toIro' } });
      given(...underAPlan)
        .when(
          toTheChair,
          context(Controls.iroManager, [{ child, population: 'looked-after', isAdult: false, leftCareOn: null }]),
        )
        .thenRefuses('looked-after-has-an-iro');
    });

    it('is possible where no child is, or each is 18, and where it follows its child', () => {
      given(...underAPlan)
        .when(toTheChair, context())
        .then(overToTheChair);
      given(...Controls.disputeRaised())
        .when(
          toTheChair,
          context(Controls.iroManager, [{ child, population: 'looked-after', isAdult: true, leftCareOn: null }]),
        )
        .then(overToTheChair);
      given(...Controls.disputeRaised())
        .when(toTheChair, context(THE_PROGRAM))
        .then(overToTheChair);
    });
  });

  describe('leaves the decisions to the new IRO', () => {
    const prasad = Controls.actor('iro-prasad', 'iro');
    const judge = { type: 'judge' as const, verdict: 'satisfied' as const, reason: 'This settles it.' };
    const withdraw = { type: 'withdraw' as const, reason: 'The facts were wrong.' };
    const escalate = { type: 'escalate' as const, toStage: null, reason: 'No date.', meetingOn: null };
    const answered = [...Controls.disputeRaised(), handedOver, by(Controls.teamManager, Controls.answerGiven())];

    it('and to the person who covers for them, not to the IRO who handed it over', () => {
      const before = Controls.context(Controls.iro);
      given(...answered)
        .when(judge, before)
        .thenRefuses('judging-not-yours');
      given(...answered)
        .when(withdraw, before)
        .thenRefuses('taking-back-not-yours');
      given(...answered)
        .when(escalate, before)
        .thenRefuses('escalating-not-yours');
      given(...answered)
        .when({ ...handOver, toIro: 'iro-rowe' }, before)
        .thenRefuses('handing-over-not-yours');
      expect(
        given(...answered)
          .when(judge, before)
          .refusal().message,
      ).toContain('the IRO who holds it decides');
      const byTheManager = given(...answered).when(judge, Controls.context(Controls.teamManager));
      expect(byTheManager.refusal().message).not.toContain('handed over');
      for (const who of [prasad, { ...Controls.iro, actingFor: 'iro-prasad' }])
        given(...answered)
          .when(judge, Controls.context(who))
          .then(Controls.answerAccepted(), Controls.actionAgreed('A1'));
    });

    it('also to a conference chair who holds it for a looked-after child', () => {
      const toTheChair = { ...handedOver, data: { ...handedOver.data, toIro: Controls.chair.person } };
      const held = [...Controls.disputeRaised(), toTheChair, Controls.answerGiven()];
      const chair = Controls.context(Controls.chair);
      given(...held)
        .when(judge, chair)
        .then(Controls.answerAccepted(), Controls.actionAgreed('A1'));
      given(...held)
        .when(withdraw, chair)
        .then(Controls.withdrawn());
      given(...Controls.disputeRaised(), Controls.answerGiven())
        .when(judge, chair)
        .thenRefuses('judging-not-yours');
    });

    it('but where it followed its child, also to the new IRO of the child before it has', () => {
      given(...Controls.disputeRaised(), by(THE_PROGRAM, handedOver), by(Controls.teamManager, Controls.answerGiven()))
        .when(judge, Controls.context(Controls.iro))
        .then(Controls.answerAccepted(), Controls.actionAgreed('A1'));
    });
  });
});
