import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';
import type { Actor } from '../../../platform/event-store/event-store.js';
import type { DisputeContext } from '../../context.js';
import type { Open } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import type { Recorded } from '../../../platform/decider.js';
import { actionDate } from '../../time/dates.js';
import { howItStands } from '../../time/late.js';
import { waitingFor } from '../../time/waiting-for.js';

const satisfied = { type: 'judge' as const, verdict: 'satisfied' as const, reason: 'This settles it.' };
const not = { type: 'judge' as const, verdict: 'not' as const, reason: 'There is still no date.' };
const byTheIro = Controls.context(Controls.iro);
const answered = [...Controls.disputeRaised(), by(Controls.teamManager, Controls.answerGiven())];

describe('Judging an answer', () => {
  it('accepts it, and its actions are agreed', () => {
    given(...answered)
      .when(satisfied, byTheIro)
      .then(Controls.answerAccepted(), Controls.actionAgreed('A1'));
  });

  it('agrees no more to what an overturned word had agreed, but for what is done and what stands by another', () => {
    const offers = ['Plan', 'Visit', 'Call'].map((what) => ({ what, who: 'Tom', by: '2022-04-29', measure: null }));
    const several = [...Controls.disputeRaised(), by(Controls.teamManager, Controls.answerGiven({ actions: offers }))];
    const accepted = given(...several)
      .when(satisfied, byTheIro)
      .events();
    const done: DisputeEvent = {
      type: 'ActionDone',
      data: { actionId: 'A2', evidence: 'Minutes.', doneOn: Controls.today },
    };
    const overturned = (act: object, ...since: DisputeEvent[]) =>
      given(
        ...several,
        ...accepted.map((event) => by(Controls.iro, event)),
        ...since.map((event) => by(Controls.iro, event)),
      )
        .when({ ...not, ...act }, byTheIro)
        .events()
        .map(({ data }) => ('actionsWithdrawn' in data ? data.actionsWithdrawn : undefined));
    expect(overturned({})).toEqual([['A1', 'A2', 'A3']]);
    expect(overturned({}, done)).toEqual([['A1', 'A3']]);
    expect(overturned({ verdict: 'partly', actionsThatStand: [3] })).toEqual([['A1', 'A2']]);
  });

  it('does not accept it, partly or at all, with a reason', () => {
    given(...answered)
      .when(not, byTheIro)
      .then(Controls.answerRejected());
    given(...answered)
      .when({ ...not, verdict: 'partly' }, byTheIro)
      .then({
        type: 'AnswerRejected',
        data: {
          round: 1,
          role: 'iro',
          verdict: 'partly',
          reason: 'There is still no date.',
          standing: 'not-accepted',
        },
      });
    given(...answered)
      .when({ ...not, reason: '' }, byTheIro)
      .thenRefuses('words-missing');
  });

  describe('of which the actions are agreed late', () => {
    // Answered on 14 April 2022, with an action by Friday 29 April.
    const on = (day: string) => Controls.context(Controls.iro, { now: `${day}T09:00:00.000Z` });
    const at = (day: string, events: readonly DisputeEvent[]) =>
      events.map((event) => by(Controls.iro, event, `${day}T09:00:00.000Z`));
    const moves = (events: readonly DisputeEvent[]) =>
      events.flatMap(({ type, data }) => (type === 'ActionDateMoved' ? [[data.from, data.to]] : []));
    const judgedOn = (day: string, act: object, ...since: Recorded<DisputeEvent>[]) =>
      given(...answered, ...since)
        .when({ ...satisfied, ...act }, on(day))
        .events();

    it('keeps the day that was offered until that is over, and adds the working days since then', () => {
      expect(moves(judgedOn('2022-04-28', {}))).toEqual([]);
      expect(moves(judgedOn('2022-04-29', {}))).toEqual([]);
      // Twelve working days, from Thursday 14 April to Wednesday 4 May: two holidays at Easter, and one in May.
      expect(moves(judgedOn('2022-05-05', {}))).toEqual([['2022-04-29', '2022-05-18']]);
      expect(moves(judgedOn('2022-05-05', { verdict: 'partly', actionsThatStand: [1] }))).toHaveLength(1);
    });

    it.each([
      [
        'taken back',
        (revisions: number[]): DisputeEvent => ({ type: 'EntryTakenBack', data: { revisions, reason: 'Not so.' } }),
      ],
      [
        'followed by another word',
        (): DisputeEvent => {
          const { data } = Controls.answerRejected() as Extract<DisputeEvent, { type: 'AnswerRejected' }>;
          return { type: 'AnswerRejected', data: { ...data, actionsWithdrawn: ['A1'] } };
        },
      ],
    ])('adds the days in which they were asked of nobody, as the acceptance was %s', (_, ending) => {
      const first = judgedOn('2022-04-14', {});
      const accepted = at('2022-04-14', first);
      const revisions = accepted.map((_, index) => answered.length + index);
      const endedOn = (day: string) => at(day, [ending(revisions)]);
      // From Tuesday 19 to Thursday 21 April.
      expect(moves(judgedOn('2022-04-22', {}, ...accepted, ...endedOn('2022-04-19')))).toEqual([
        ['2022-04-29', '2022-05-05'],
      ]);
      expect(moves(judgedOn('2022-04-19', {}, ...accepted, ...endedOn('2022-04-19')))).toEqual([]);
      // It was missed while it was asked, and stays so.
      expect(moves(judgedOn('2022-05-12', {}, ...accepted, ...endedOn('2022-05-04')))).toEqual([]);
    });
  });

  it('is said once: the same word again is refused, and another is taken', () => {
    given(...answered, Controls.answerRejected())
      .when(not, byTheIro)
      .thenRefuses('judged-already');
    given(...answered, Controls.answerRejected())
      .when(satisfied, byTheIro)
      .then(Controls.answerAccepted(), Controls.actionAgreed('A1'));
  });

  it('that was said before goes up without being said again', () => {
    const events = given(...answered, Controls.answerRejected())
      .when({ ...not, goesUp: 'now' }, byTheIro)
      .events();
    expect(events[0]).toMatchObject({ type: 'DisputeEscalated', data: { because: 'not-satisfied' } });
  });

  it('waits while a child’s death is not decided about', () => {
    const frozen: DisputeEvent = { type: 'DisputeFrozen', data: { from: Controls.today, reason: 'A death.' } };
    given(...answered, frozen)
      .when(satisfied, byTheIro)
      .thenRefuses('frozen');
  });

  it('sends it up with the same word, for the same reason, and by the same rules as an escalation', () => {
    const events = given(...answered)
      .when({ ...not, goesUp: 'now' }, byTheIro)
      .events();
    expect(events.slice(0, 2)).toMatchObject([
      { type: 'AnswerRejected', data: { standing: 'not-accepted' } },
      { type: 'DisputeEscalated', data: { because: 'not-satisfied', reason: not.reason, skipped: [] } },
    ]);
    given(...answered)
      .when({ ...satisfied, goesUp: 'now' }, byTheIro)
      .thenRefuses('satisfied-goes-nowhere');
  });

  it('sends nothing up that has gone up already, where the answer came late from the stage below', () => {
    given(
      ...Controls.disputeRaised(),
      ...given(...Controls.disputeRaised())
        .when({ type: 'escalate', toStage: null, reason: 'Silence.', meetingOn: null }, byTheIro)
        .events()
        .map((event) => by(Controls.iro, event)),
      by(Controls.teamManager, Controls.answerGiven()),
    )
      .when({ ...not, goesUp: 'now' }, byTheIro)
      .thenRefuses('has-gone-up');
  });

  describe('partly satisfied', () => {
    const offer = (what: string) => ({ what, who: 'Team manager', by: '2022-04-29', measure: null });
    const offers = [offer('Book the first session'), offer('Wait for the panel'), offer('Tell her')];
    const story = [...Controls.disputeRaised(), by(Controls.teamManager, Controls.answerGiven({ actions: offers }))];
    const inPart = { type: 'judge' as const, verdict: 'partly' as const, reason: 'The panel cannot wait.' };
    const agreed = (actionId: string, offered: number): DisputeEvent => ({
      type: 'ActionAgreed',
      data: { action: { actionId, what: offers[offered - 1]!.what, who: 'Team manager', by: '2022-04-29', offered } },
    });

    it('says which of the offered actions stand: they are agreed and chased, and the rest goes on', () => {
      const events = given(...story)
        .when({ ...inPart, actionsThatStand: [3, 1] }, byTheIro)
        .events();
      expect(events).toEqual([
        {
          type: 'AnswerRejected',
          data: {
            ...{ round: 1, role: 'iro', verdict: 'partly', reason: inPart.reason, actionsThatStand: [3, 1] },
            standing: 'not-accepted',
          },
        },
        agreed('A1', 1),
        agreed('A2', 3),
      ]);
      given(...story, ...events)
        .when({ type: 'escalate', toStage: null, reason: 'The panel.', meetingOn: null }, byTheIro)
        .thenAmong({ type: 'DisputeEscalated', data: expect.objectContaining({ because: 'not-satisfied' }) as object });
      const { state } = given(...story, ...events);
      const late = actionDate((state as Open).matter.actions[0]!, state as Open);
      expect(howItStands(late, '2022-04-29T23:00:00.000Z')).toBe('late');
    });

    it('and then satisfied with the rest: each action is agreed once', () => {
      const events = given(...story)
        .when({ ...inPart, actionsThatStand: [2] }, byTheIro)
        .events();
      given(...story, ...events)
        .when(satisfied, byTheIro)
        .then(Controls.answerAccepted(), agreed('A2', 1), agreed('A3', 3));
    });

    it('names only actions that were offered, and only where it is in part', () => {
      given(...story)
        .when({ ...inPart, actionsThatStand: [4] }, byTheIro)
        .thenRefuses('no-such-offer');
      for (const verdict of ['satisfied', 'not'] as const)
        given(...story)
          .when({ ...inPart, verdict, actionsThatStand: [1] }, byTheIro)
          .thenRefuses('actions-stand-in-part-only');
    });
  });

  it('is for the judges of the protocol alone', () => {
    for (const who of [Controls.teamManager, Controls.iroManager, Controls.headOfQa, Controls.commandLine]) {
      given(...answered)
        .when(satisfied, Controls.context(who))
        .thenRefuses('judging-not-yours');
    }
  });

  it('is never for the person who gave the answer', () => {
    given(...Controls.disputeRaised(), by(Controls.iro, Controls.answerGiven()))
      .when(satisfied, byTheIro)
      .thenRefuses('own-answer');
  });

  it('needs an answer: silence is not judged, it goes up', () => {
    given(...Controls.disputeRaised())
      .when(satisfied, Controls.context(Controls.iro, { now: Controls.afterDue }))
      .thenRefuses('no-answer-to-judge');
  });

  it('waits for all who must answer', () => {
    const protocol = Controls.protocolWithStage({ answeredBy: 'all', addressees: ['team-manager', 'service-manager'] });
    const addressee = { team: 'through-care-3', posts: ['team-manager' as const, 'service-manager' as const] };
    given(...Controls.disputeRaised({ addressee }), by(Controls.teamManager, Controls.partlyAnswered()))
      .when(satisfied, Controls.context(Controls.iro, { protocol }))
      .thenRefuses('no-answer-to-judge');
  });

  it('may be thought over: the latest word counts, and actions are agreed once', () => {
    given(...answered, Controls.answerRejected())
      .when(satisfied, byTheIro)
      .then(Controls.answerAccepted(), Controls.actionAgreed('A1'));
    given(...answered, Controls.answerAccepted(), Controls.actionAgreed(), Controls.answerRejected())
      .when(satisfied, byTheIro)
      .then(Controls.answerAccepted());
  });

  describe('by several judges', () => {
    const protocol = Controls.protocolWithStage({ judges: ['iro', 'head-of-qa'] });
    const byHeadOfQa = Controls.context(Controls.headOfQa, { protocol });

    it('settles it only when each is satisfied', () => {
      given(...answered)
        .when(satisfied, Controls.context(Controls.iro, { protocol }))
        .then(Controls.answerAccepted(1, 'iro', 'awaiting-judgement'));
      given(...answered, Controls.answerAccepted())
        .when(satisfied, byHeadOfQa)
        .then(Controls.answerAccepted(1, 'head-of-qa'), Controls.actionAgreed('A1'));
      given(...answered, Controls.answerRejected())
        .when(satisfied, byHeadOfQa)
        .then(Controls.answerAccepted(1, 'head-of-qa', 'not-accepted'));
    });

    it('hears those who are asked only before it goes up', () => {
      const threeToGoUp = Controls.protocolWithStage({
        judges: ['iro', 'head-of-qa'],
        escalationJudges: ['iro', 'qa-service-manager', 'head-of-qa'],
      });
      const qaManager = Controls.actor('qam-poole', 'qa-service-manager');
      given(...answered)
        .when(not, Controls.context(qaManager, { protocol: threeToGoUp }))
        .then(Controls.answerRejected(1, 'qa-service-manager', 'awaiting-judgement'));
    });
  });

  it('is for the IRO where the protocol names nobody', () => {
    const protocol = Controls.protocolWithStage({ judges: [], escalationJudges: [] });
    given(...answered)
      .when(not, Controls.context(Controls.iro, { protocol }))
      .then(Controls.answerRejected());
  });

  it('is for the IRO where the only judge named must answer: no protocol leads into a dead end', () => {
    // One post answers, judges and sends up, and there is no stage above.
    const alone = Controls.stage(1, 'director', {
      ...{ judges: ['director'], escalationJudges: ['director'], escalatedBy: ['director'] },
    });
    const protocol = Controls.protocol({ stages: [alone] });
    const asked = Controls.disputeRaised({ addressee: { team: null, posts: ['director'] } });
    const ofTheirOwn = [...asked, by(Controls.director, Controls.answerGiven({ role: 'director' }))];
    const byIro = Controls.context(Controls.iro, { protocol });
    expect(waitingFor(given(...ofTheirOwn).state, byIro.protocols)).toMatchObject({
      what: 'judgement',
      roles: ['iro'],
    });
    given(...ofTheirOwn)
      .when(satisfied, byIro)
      .then(Controls.answerAccepted(), Controls.actionAgreed('A1'));
    given(...ofTheirOwn)
      .when(not, byIro)
      .then(Controls.answerRejected());
    given(...ofTheirOwn, Controls.answerRejected())
      .when({ type: 'record-stalemate', reason: 'The director will not fund it.', impact: ['no-change-yet'] }, byIro)
      .thenAmong({ type: 'StalemateRecorded', data: expect.anything() as object });
    for (const who of [Controls.director, Controls.actor('another-director', 'director')])
      given(...ofTheirOwn)
        .when(satisfied, Controls.context(who, { protocol }))
        .thenRefuses('judging-not-yours');
  });

  it('leaves out, of several judges, those who must answer', () => {
    const protocol = Controls.protocolWithStage({
      addressees: ['team-manager', 'service-manager'],
      judges: ['head-of-qa', 'service-manager'],
      escalationJudges: ['head-of-qa', 'service-manager'],
    });
    given(...answered)
      .when(satisfied, Controls.context(Controls.headOfQa, { protocol }))
      .then(Controls.answerAccepted(1, 'head-of-qa'), Controls.actionAgreed('A1'));
  });

  it('is for the IRO who holds it in place of a judge from whom a list keeps it', () => {
    const protocol = Controls.protocolWithStage({ judges: ['head-of-qa'], escalationJudges: ['head-of-qa'] });
    const restrictedTo = (...readers: string[]): Parameters<typeof given> => [
      ...answered,
      { type: 'DisputeRestricted', data: { readers, reason: 'The child is of their family.' } },
    ];
    const holdersOf = ({ posts }: { posts: readonly string[] }) => (posts.includes('head-of-qa') ? ['hqa-wynn'] : []);
    const as = (who: Actor): DisputeContext => ({ ...Controls.context(who, { protocol }), holdersOf });
    given(...restrictedTo(Controls.teamManager.person))
      .when(satisfied, as(Controls.iro))
      .then(Controls.answerAccepted(1, 'head-of-qa'), Controls.actionAgreed('A1'));
    const other = { ...Controls.iro, person: 'iro-prasad' };
    given(
      ...restrictedTo(Controls.teamManager.person),
      by(Controls.iroManager, {
        type: 'DisputeHandedOver',
        data: { fromIro: Controls.iro.person, toIro: other.person, reason: 'A leave.' },
      } as DisputeEvent),
    )
      .when(satisfied, as(Controls.iro))
      .thenRefuses('judging-not-yours');
    given(...restrictedTo('hqa-wynn'))
      .when(satisfied, as(Controls.iro))
      .thenRefuses('judging-not-yours');
    given(...answered)
      .when(satisfied, as(Controls.iro))
      .thenRefuses('judging-not-yours');
    given(...restrictedTo(Controls.teamManager.person))
      .when(satisfied, as(Controls.teamManager))
      .thenRefuses('judging-not-yours');
  });

  it('is for the conference chair in the IRO’s place, for a child under a child protection plan only', () => {
    const subject = { ...Controls.subject, population: 'child-protection' as const };
    const byTheChair = Controls.context(Controls.chair);
    given(...Controls.disputeRaised({ subject }), by(Controls.teamManager, Controls.answerGiven()))
      .when(not, byTheChair)
      .then(Controls.answerRejected());
    given(...answered)
      .when(not, byTheChair)
      .thenRefuses('judging-not-yours');
  });

  it('looks at an answer that came after the dispute went up, until the higher stage answers', () => {
    const lateAnswer = by(Controls.teamManager, Controls.answerGiven(), Controls.afterDue);
    const higherAnswer = by(
      Controls.serviceManager,
      Controls.answerGiven({ round: 2, stage: 2, role: 'service-manager' }),
    );
    given(...Controls.disputeRaised(), ...Controls.escalated(), lateAnswer)
      .when(satisfied, byTheIro)
      .then(Controls.answerAccepted(1), Controls.actionAgreed('A1'));
    given(...Controls.disputeRaised(), ...Controls.escalated(), lateAnswer, higherAnswer)
      .when(not, byTheIro)
      .then(Controls.answerRejected(2));
  });

  it('numbers new actions on from those there are', () => {
    const reopened = { type: 'DisputeReopened' as const, data: { reason: 'It was not done.' } };
    given(
      ...answered,
      Controls.answerAccepted(),
      Controls.actionAgreed('A1'),
      Controls.resolved(),
      reopened,
      Controls.deadlineSet({ round: 2, why: 'reopened' }),
      by(Controls.teamManager, Controls.answerGiven({ round: 2 })),
    )
      .when(satisfied, byTheIro)
      .then(Controls.answerAccepted(2), Controls.actionAgreed('A2'));
  });
});
