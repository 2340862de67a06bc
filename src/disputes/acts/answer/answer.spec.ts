import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';
import type { Answer } from './answer.js';
import { currentRound, type Open } from '../../dispute.js';
import { answerDate, firstAnswerDate } from '../../time/dates.js';
import { missedAt } from '../../time/late.js';

/** Whether the answer of the round that runs came late, by the date in force and by the first. */
const lateness = ({ matter }: Open) => {
  const [inForce, first] = [answerDate, firstAnswerDate].map((date) => date(currentRound(matter), matter));
  const isMissed = (date: typeof inForce) => missedAt(date!, '2022-12-31T00:00:00.000Z') !== null;
  return { late: isMissed(inForce), lateAgainstFirst: isMissed(first) };
};

const answer: Answer = {
  type: 'answer',
  agreement: 'agree',
  reasons: 'You are right that this has waited too long.',
  actions: [{ what: 'Book the first session', who: 'Team manager', by: '2022-04-29', measure: null }],
  evidence: null,
};
const byTheManager = Controls.context(Controls.teamManager);

describe('Answering', () => {
  it('records agree, partly or disagree, with reasons and actions', () => {
    given(...Controls.disputeRaised())
      .when(answer, byTheManager)
      .then(Controls.answerGiven());
  });

  it('is for the posts that the stage is addressed to', () => {
    for (const who of [Controls.iro, Controls.serviceManager, Controls.socialWorker, Controls.commandLine]) {
      given(...Controls.disputeRaised())
        .when(answer, Controls.context(who))
        .thenRefuses('answer-not-yours');
    }
  });

  it('needs reasons: silence and a bare yes are no answer', () => {
    given(...Controls.disputeRaised())
      .when({ ...answer, reasons: '' }, byTheManager)
      .thenRefuses('words-missing');
  });

  it('is never changed: a second answer in the same round is refused', () => {
    given(...Controls.disputeRaised(), Controls.answerGiven())
      .when(answer, byTheManager)
      .thenRefuses('answer-already-given');
  });

  it('is complete with one of the posts where any may answer', () => {
    const addressee = { team: 'through-care-3', posts: ['team-manager' as const, 'assistant-team-manager' as const] };
    const assistant = Controls.context(Controls.actor('atm-day', 'assistant-team-manager'));
    given(...Controls.disputeRaised({ addressee }), Controls.answerGiven())
      .when(answer, assistant)
      .thenRefuses('answer-already-given');
  });

  it('needs each of the posts where all must answer', () => {
    const protocol = Controls.protocolWithStage({ answeredBy: 'all', addressees: ['team-manager', 'service-manager'] });
    const addressee = { team: 'through-care-3', posts: ['team-manager' as const, 'service-manager' as const] };
    const history = [...Controls.disputeRaised({ addressee }), Controls.partlyAnswered()];
    given(...history)
      .when(answer, Controls.context(Controls.teamManager, { protocol }))
      .thenRefuses('answer-already-given');
    given(...history)
      .when(answer, Controls.context(Controls.serviceManager, { protocol }))
      .then(Controls.answerGiven({ role: 'service-manager' }));
  });

  it('is taken late, and late it stays', () => {
    const late = Controls.context(Controls.teamManager, { now: Controls.afterDue });
    const [given1] = given(...Controls.disputeRaised())
      .when(answer, late)
      .events();
    expect(given1).toEqual(Controls.answerGiven({ answeredOn: '2022-04-26' }));
    const after = given(
      ...Controls.disputeRaised(),
      by(Controls.teamManager, Controls.answerGiven({ answeredOn: '2022-04-26' }), Controls.afterDue),
      Controls.answerAccepted(),
    ).state as Open;
    expect(lateness(after)).toEqual({ late: true, lateAgainstFirst: true });
  });

  it('in time for a later date that was granted is told against both dates', () => {
    const extended = Controls.deadlineSet({ why: 'extended', firstDueOn: Controls.dueOn, dueOn: '2022-04-28' });
    const after = given(
      ...Controls.disputeRaised(),
      extended,
      by(Controls.teamManager, Controls.answerGiven({ answeredOn: '2022-04-26' }), Controls.afterDue),
    ).state as Open;
    expect(lateness(after)).toEqual({ late: false, lateAgainstFirst: true });
  });

  it('late for an earlier date that was asked for can be in time for the first', () => {
    const earlier = Controls.deadlineSet({ why: 'earlier-date-asked', firstDueOn: '2022-04-29', dueOn: '2022-04-20' });
    const after = given(
      Controls.formalDisputeRaised(),
      Controls.deadlineSet({ dueOn: '2022-04-29' }),
      earlier,
      by(Controls.teamManager, Controls.answerGiven({ answeredOn: '2022-04-26' }), Controls.afterDue),
    ).state as Open;
    expect(lateness(after)).toEqual({ late: true, lateAgainstFirst: false });
  });

  it('that comes after the dispute went up is recorded against its own stage', () => {
    given(...Controls.disputeRaised(), ...Controls.escalated())
      .when(answer, Controls.context(Controls.teamManager, { now: Controls.afterDue }))
      .then(Controls.answerGiven({ round: 1, stage: 1, answeredOn: '2022-04-26', standing: 'awaiting-answer' }));
  });

  it('cannot be given a second time to a stage that was left behind', () => {
    given(...Controls.disputeRaised(), Controls.answerGiven(), Controls.answerRejected(), ...Controls.escalated())
      .when(answer, byTheManager)
      .thenRefuses('answer-already-given');
  });

  describe('of a higher stage, once the late answer of a lower one is accepted', () => {
    const recalled = [
      ...Controls.disputeRaised(),
      ...Controls.escalated(),
      Controls.answerGiven({ standing: 'awaiting-answer' }),
      Controls.answerAccepted(),
    ];
    const byTheServiceManager = Controls.context(Controls.serviceManager);

    it('is refused: the acceptance stands', () => {
      given(...recalled)
        .when(answer, byTheServiceManager)
        .thenRefuses('accepted-already');
    });

    it('is asked for again, once the judge thinks otherwise', () => {
      given(...recalled, Controls.answerRejected(1, 'iro', 'awaiting-answer'))
        .when(answer, byTheServiceManager)
        .then(Controls.answerGiven({ round: 2, stage: 2, role: 'service-manager' }));
    });

    it('has no date that anybody moves, and needs no receipt', () => {
      given(...recalled)
        .when({ type: 'ask-for-extension', askedFor: '2022-04-28', reason: 'The panel.' }, byTheServiceManager)
        .thenRefuses('accepted-already');
      given(...recalled)
        .when({ type: 'acknowledge-receipt', note: null }, byTheServiceManager)
        .thenRefuses('accepted-already');
    });
  });

  it('is not asked for where nothing is raised, or all is over', () => {
    given().when(answer, byTheManager).thenRefuses('not-raised');
    given(Controls.concernDiscussed()).when(answer, byTheManager).thenRefuses('not-raised');
    given(...Controls.disputeRaised(), Controls.withdrawn())
      .when(answer, byTheManager)
      .thenRefuses('already-ended');
    given(Controls.disputeImported()).when(answer, byTheManager).thenRefuses('not-taken-on');
  });

  it('gets help with dates that are none', () => {
    const actions = [{ what: 'Keep trying', who: 'The team', by: 'ongoing', measure: null }];
    const [event] = given(...Controls.disputeRaised())
      .when({ ...answer, actions }, byTheManager)
      .events();
    expect(event).toMatchObject({ data: { adviceGiven: [{ code: 'not-a-date-asap-or-ongoing' }] } });
  });

  describe('says of each action that was asked for', () => {
    const wanted = (what: string) => ({ what, who: null, by: null, measure: null });
    const raised = [
      Controls.formalDisputeRaised({ actionsWanted: [wanted('A family meeting'), wanted('A therapist')] }),
      Controls.deadlineSet({}),
    ];
    const accepted = { wanted: 1, response: 'accepted', reason: null } as const;
    const declined = { wanted: 2, response: 'declined', reason: 'The referral was made in March.' } as const;

    it('whether it is accepted, changed or declined', () => {
      const [event] = given(...raised)
        .when({ ...answer, responses: [accepted, declined] }, byTheManager)
        .events();
      expect(event).toMatchObject({ data: { responses: [accepted, declined], adviceGiven: [] } });
    });

    it('why it is changed or declined', () => {
      for (const response of ['changed', 'declined'] as const)
        given(...raised)
          .when({ ...answer, responses: [accepted, { wanted: 2, response, reason: ' ' }] }, byTheManager)
          .thenRefuses('response-without-reason');
    });

    it('nothing of what nobody asked for, and nothing twice', () => {
      given(...raised)
        .when({ ...answer, responses: [{ ...accepted, wanted: 3 }] }, byTheManager)
        .thenRefuses('no-such-wanted-action');
      given(...raised)
        .when({ ...answer, responses: [accepted, accepted] }, byTheManager)
        .thenRefuses('responded-twice');
    });

    it('something, or is helped to', () => {
      const [event] = given(...raised)
        .when({ ...answer, responses: [accepted] }, byTheManager)
        .events();
      expect(event).toMatchObject({ data: { adviceGiven: [{ code: 'no-word-on-wanted-action' }] } });
    });
  });
});
