import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';
import type { RecordChallengeDecision } from './record-challenge-decision.js';
import { CHALLENGE_DECISIONS, type DisputeEvent } from '../../events.js';
import type { PostKind } from '../../../protocol/protocol.js';
import { waitingFor } from '../../time/waiting-for.js';

const agenda = (...posts: PostKind[]): DisputeEvent => ({
  type: 'TabledForChallenge',
  data: { meeting: 'meeting-may', heldOn: '2022-05-11', posts },
});
const tabled = agenda('iro-manager', 'service-manager');
const { type: _type, ...decided } = {
  type: 'record-challenge-decision' as const,
  meeting: 'meeting-may',
  heldOn: '2022-05-11',
  decision: 'more-action-first' as const,
  discussion: 'The assessment is done; nobody has read it to the child.',
  actions: [{ what: 'Read it to the child', who: 'Team manager', by: '2022-05-18', measure: null }],
  iroView: 'partly' as const,
  nextLookOn: '2022-06-08',
};
const record: RecordChallengeDecision = { type: 'record-challenge-decision', ...decided };
const atTheMeeting = Controls.context(Controls.iroManager, { now: '2022-05-11T13:00:00.000Z' });
const story = [...Controls.disputeRaised(), tabled];

describe('Recording what a challenge meeting decided', () => {
  it('stands in the dispute’s own history, with its actions on the same list as all others', () => {
    given(...story, Controls.actionAgreed())
      .when(record, atTheMeeting)
      .then(
        { type: 'ChallengeDecisionRecorded', data: decided },
        {
          type: 'ActionAgreed',
          data: {
            action: {
              actionId: 'A2',
              what: 'Read it to the child',
              who: 'Team manager',
              by: '2022-05-18',
              agreedIn: 'challenge-meeting',
            },
          },
        },
      );
  });

  it('that is recorded only after the day of an action adds the working days since the meeting', () => {
    given(...story)
      .when(record, Controls.context(Controls.iroManager, { now: '2022-05-20T13:00:00.000Z' }))
      .thenAmong({
        type: 'ActionDateMoved',
        data: expect.objectContaining({ from: '2022-05-18', to: '2022-05-27' }) as object,
      });
  });

  it('has nothing go on to Cafcass that is about no looked-after child: nobody could refer it', () => {
    const toCafcass = { ...record, decision: 'decided-not-accepted' as const, goesOnTo: 'cafcass' as const };
    const underAPlan = Controls.disputeRaised({
      subject: { ...Controls.subject, population: 'child-protection' },
    });
    given(...underAPlan, tabled)
      .when(toCafcass, atTheMeeting)
      .thenRefuses('no-cafcass-route');
    given(...story)
      .when(toCafcass, atTheMeeting)
      .thenAmong({
        type: 'ChallengeDecisionRecorded',
        data: { ...decided, decision: 'decided-not-accepted', goesOnTo: 'cafcass' },
      });
  });

  it('whatever was decided, ends nothing and sends nothing anywhere', () => {
    for (const decision of CHALLENGE_DECISIONS) {
      const events = given(...story)
        .when({ ...record, decision, actions: [], iroView: null }, atTheMeeting)
        .events();
      const decides = decision.startsWith('decided');
      expect(events.map(({ type }) => type)).toEqual([
        'ChallengeDecisionRecorded',
        ...(decides ? ['AnswerGiven'] : []),
      ]);
      expect(given(...story, ...events).state.status).toBe('open');
    }
  });

  it('does not stand in the way of the actions of an answer', () => {
    const meeting = given(...story)
      .when(record, atTheMeeting)
      .events();
    const answered = by(Controls.teamManager, Controls.answerGiven());
    given(...story, ...meeting, answered)
      .when({ type: 'judge', verdict: 'satisfied', reason: 'Yes' }, Controls.context(Controls.iro))
      .thenAmong({
        type: 'ActionAgreed',
        data: { action: expect.objectContaining({ actionId: 'A2', what: 'Book the first session' }) as object },
      });
  });

  describe('A decision that answers the stage', () => {
    const accepted: RecordChallengeDecision = {
      ...record,
      ...{ decision: 'decided-accepted', iroView: 'satisfied', iroWords: 'With that date, yes.' },
    };
    const eventsOf = (act: RecordChallengeDecision, ...before: DisputeEvent[]) =>
      given(...story, ...before)
        .when(act, atTheMeeting)
        .events();
    const typesOf = (act: RecordChallengeDecision, ...before: DisputeEvent[]) =>
      eventsOf(act, ...before).map(({ type }) => type);
    const waits = (act: RecordChallengeDecision, ...before: DisputeEvent[]) =>
      waitingFor(given(...story, ...before, ...eventsOf(act, ...before)).state, atTheMeeting.protocols);

    const view = (said: 'satisfied' | 'not'): DisputeEvent => ({
      type: 'IroViewRecorded',
      data: { view: said, reason: 'As I said.' },
    });

    it('is the answer, and with the IRO’s view the verdict, so that the IRO alone has to end it', () => {
      const events = eventsOf(accepted, view('satisfied'));
      expect(events).toMatchObject([
        { type: 'ChallengeDecisionRecorded' },
        {
          type: 'AnswerGiven',
          data: {
            ...{ role: 'team-manager', agreement: null, reasons: decided.discussion, actions: [] },
            ...{ meeting: 'meeting-may', complete: true },
          },
        },
        {
          type: 'AnswerAccepted',
          data: { role: 'iro', reason: 'With that date, yes.', meeting: 'meeting-may', standing: 'accepted' },
        },
        { type: 'ActionAgreed', data: { action: { agreedIn: 'challenge-meeting' } } },
      ]);
      expect(waits(accepted, view('satisfied'))).toMatchObject({ what: 'closing', roles: ['iro'] });
      given(...story, view('satisfied'), ...events)
        .when(
          { type: 'resolve', outcome: 'RES-ACT', impact: ['plan-moving'], impactNote: null },
          Controls.context(Controls.iro),
        )
        .thenAmong({ type: 'DisputeResolved', data: expect.anything() as object });
    });

    it('waits for the IRO’s view where that is not on record, and takes the one that is', () => {
      const unsaid = { ...accepted, iroView: null, iroWords: null };
      expect(typesOf(unsaid)).toEqual(['ChallengeDecisionRecorded', 'AnswerGiven', 'ActionAgreed']);
      expect(waits(unsaid)).toMatchObject({ what: 'judgement', roles: ['iro'] });
      expect(typesOf(unsaid, view('satisfied'))).toContain('AnswerAccepted');
      expect(typesOf(unsaid, view('not'))).not.toContain('AnswerAccepted');
    });

    it('without the IRO is an answer that is not accepted, and the IRO says where it goes', () => {
      const against = { ...accepted, decision: 'decided-not-accepted' as const, iroView: 'not' as const, actions: [] };
      expect(eventsOf(against, view('not'))).toMatchObject([
        { type: 'ChallengeDecisionRecorded' },
        { type: 'AnswerGiven', data: { agreement: null } },
        { type: 'AnswerRejected', data: { role: 'iro', verdict: 'not', standing: 'not-accepted' } },
      ]);
      expect(waits(against, view('not'))).toMatchObject({ what: 'decision' });
    });

    it('is judged by nobody where the IRO spoke of an earlier answer alone: what was decided is theirs to judge', () => {
      const against = { ...accepted, decision: 'decided-not-accepted' as const, iroView: 'not' as const, actions: [] };
      const goneUp = [
        by(Controls.teamManager, Controls.answerGiven()) as DisputeEvent,
        by(Controls.iro, Controls.answerRejected()) as DisputeEvent,
        ...Controls.escalated(),
      ];
      for (const act of [against, { ...accepted, decision: 'decided' as const, iroView: 'not' as const }]) {
        expect(typesOf(act, ...goneUp)).not.toContain('AnswerRejected');
        expect(waits(act, ...goneUp)).toMatchObject({ what: 'judgement', roles: ['iro'] });
      }
    });

    it('is no answer where nobody sits in the meeting who answers this stage or one above it', () => {
      const ofTheService = agenda('iro-manager', 'head-of-qa');
      const ladder = Controls.protocol({
        stages: [Controls.stage(1, 'team-manager'), Controls.stage(2, 'service-manager')],
      });
      const context = Controls.context(Controls.iroManager, { now: '2022-05-11T13:00:00.000Z', protocol: ladder });
      const typesWith = (agenda: DisputeEvent) =>
        given(...Controls.disputeRaised(), agenda)
          .when({ ...accepted, decision: 'decided', iroView: null }, context)
          .events()
          .map(({ type }) => type);
      expect(typesWith(ofTheService)).toEqual(['ChallengeDecisionRecorded', 'ActionAgreed']);
      expect(typesWith(tabled)).toEqual(['ChallengeDecisionRecorded', 'AnswerGiven', 'ActionAgreed']);
    });

    it('leaves an earlier answer as it is, and is the verdict on it', () => {
      const answered = by(Controls.teamManager, Controls.answerGiven());
      expect(typesOf(accepted, answered as DisputeEvent, view('satisfied'))).toEqual([
        'ChallengeDecisionRecorded',
        'AnswerAccepted',
        'ActionAgreed',
      ]);
    });

    it('leaves the judgement to the judges whom the protocol names, and the person who wrote it down may be one of them', () => {
      const protocol = Controls.protocolWithStage({ judges: ['head-of-qa'], escalationJudges: ['head-of-qa'] });
      const now = '2022-05-11T13:00:00.000Z';
      const written = given(...story)
        .when(accepted, Controls.context(Controls.headOfQa, { now, protocol }))
        .events();
      expect(written.map(({ type }) => type)).toEqual(['ChallengeDecisionRecorded', 'AnswerGiven', 'ActionAgreed']);
      given(...story, ...written.map((event) => by(Controls.headOfQa, event)))
        .when({ type: 'judge', verdict: 'satisfied', reason: 'Yes' }, Controls.context(Controls.headOfQa, { protocol }))
        .thenAmong({ type: 'AnswerAccepted', data: expect.objectContaining({ role: 'head-of-qa' }) as object });
    });

    it('answers for each of the posts, where each must answer', () => {
      const protocol = Controls.protocolWithStage({
        answeredBy: 'all',
        addressees: ['team-manager', 'service-manager'],
      });
      const [raised, ...rest] = Controls.disputeRaised() as [DisputeEvent, ...DisputeEvent[]];
      const both = {
        ...raised,
        data: { ...raised.data, addressee: { team: 'through-care-3', posts: ['team-manager', 'service-manager'] } },
      } as DisputeEvent;
      const context = Controls.context(Controls.iroManager, { now: '2022-05-11T13:00:00.000Z', protocol });
      const answers = given(both, ...rest, tabled)
        .when(accepted, context)
        .events()
        .filter(({ type }) => type === 'AnswerGiven');
      expect(answers.map(({ data }) => data)).toMatchObject([
        { role: 'service-manager', complete: false },
        { role: 'team-manager', complete: true },
      ]);
    });
  });

  describe('A decision about a stage that waits for the meeting', () => {
    const special = { clock: { unit: 'meeting' as const }, needs: 'meeting-decision' as const };
    const protocol = Controls.protocolWithStage({ ...special, judges: ['iro'], escalatedBy: ['iro-manager'] });
    const now = '2022-05-11T13:00:00.000Z';
    const context = (who = Controls.iroManager, rules = protocol) => Controls.context(who, { now, protocol: rules });
    const waiting = [
      Controls.formalDisputeRaised(),
      Controls.deadlineSet({ needs: 'meeting-decision', dueOn: '2022-05-11' }),
      tabled,
    ];
    const nothing = { actions: [], iroView: null, nextLookOn: null };
    const takesUp: RecordChallengeDecision = { ...record, ...nothing, decision: 'take-it-up', times: ['1'] };
    const typesAfter = (act: RecordChallengeDecision, rules = protocol, before = waiting) =>
      given(...before)
        .when(act, context(Controls.iroManager, rules))
        .events()
        .map(({ type }) => type);

    it('to take it up is its answer, which nobody judges, and lets it go up by whoever the protocol names', () => {
      const events = given(...waiting)
        .when(takesUp, context())
        .events();
      expect(events).toMatchObject([
        { type: 'ChallengeDecisionRecorded' },
        {
          type: 'AnswerGiven',
          data: {
            agreement: null,
            takenUp: true,
            complete: true,
            standing: 'not-accepted',
            answeredOn: '2022-05-11',
          },
        },
      ]);
      const after = given(...waiting, ...events);
      expect(waitingFor(after.state, context().protocols)).toMatchObject({
        what: 'decision',
        roles: ['iro', 'iro-manager'],
      });
      const up = { type: 'escalate', toStage: null, reason: 'It was taken up.', meetingOn: null } as const;
      const advice = { 'iro-manager': [], iro: [expect.objectContaining({ code: 'escalated-by-others' })] };
      for (const who of [Controls.iroManager, Controls.iro])
        expect(after.when(up, context(who)).events()[0]).toMatchObject({
          type: 'DisputeEscalated',
          data: { because: 'taken-up', adviceGiven: advice[who.role as keyof typeof advice] },
        });
      given(...waiting)
        .when(up, context())
        .thenRefuses('not-ready-to-escalate');
    });

    it('to take it up answers no stage that another meeting times, that waits for an answer, or that nothing is above', () => {
      expect(typesAfter({ ...takesUp, times: [] })).toContain('AnswerGiven');
      expect(typesAfter({ ...takesUp, times: ['3'] })).toEqual(['ChallengeDecisionRecorded']);
      const asked = Controls.protocolWithStage({ ...special, needs: 'answer' });
      expect(typesAfter(takesUp, asked)).toEqual(['ChallengeDecisionRecorded']);
      const only = Controls.protocol({ stages: [Controls.stage(1, 'team-manager', special)] });
      expect(typesAfter(takesUp, only)).toEqual(['ChallengeDecisionRecorded']);
    });

    it('to have more done first moves its date to the next look, and the first date stays beside it', () => {
      const first: RecordChallengeDecision = { ...record, times: ['1'] };
      given(...waiting)
        .when(first, context())
        .thenAmong({
          type: 'AnswerDeadlineSet',
          data: expect.objectContaining({
            ...{ why: 'meeting-date-set', dueOn: '2022-06-08', firstDueOn: '2022-05-11' },
          }) as object,
        });
      expect(typesAfter({ ...first, decision: 'deferred' })).toContain('AnswerDeadlineSet');
      expect(typesAfter({ ...first, times: ['3'] })).not.toContain('AnswerDeadlineSet');
      expect(typesAfter({ ...first, nextLookOn: null })).not.toContain('AnswerDeadlineSet');
      given(...waiting)
        .when({ ...first, nextLookOn: null }, { ...context(), nextMeetingFor: () => '2022-06-15' })
        .thenAmong({ type: 'AnswerDeadlineSet', data: expect.objectContaining({ dueOn: '2022-06-15' }) as object });
      const passed = [...waiting.slice(0, 1), Controls.deadlineSet({ needs: 'meeting-decision' }), tabled];
      expect(typesAfter(first, protocol, passed)).not.toContain('AnswerDeadlineSet');
    });
  });

  it('may tell of one that was settled in between', () => {
    given(...story, Controls.withdrawn())
      .when({ ...record, decision: 'dropped', actions: [] }, atTheMeeting)
      .thenAmong({
        type: 'ChallengeDecisionRecorded',
        data: expect.objectContaining({ decision: 'dropped' }) as object,
      });
  });

  it('agrees no action over one that was withdrawn, for nobody would be asked for it', () => {
    given(...story, Controls.withdrawn())
      .when(record, atTheMeeting)
      .thenRefuses('withdrawn-since');
  });

  it('is about what stood on that meeting’s agenda, and about a meeting that has been', () => {
    given(...Controls.disputeRaised())
      .when(record, atTheMeeting)
      .thenRefuses('not-tabled');
    given(...story)
      .when({ ...record, meeting: 'meeting-june' }, atTheMeeting)
      .thenRefuses('not-tabled');
    given(...story)
      .when(record, Controls.context(Controls.iroManager))
      .thenRefuses('date-in-future');
  });

  it('is for the IRO and those who answer for the service', () => {
    given(...story)
      .when(record, Controls.context(Controls.teamManager, { now: '2022-05-11T13:00:00.000Z' }))
      .thenRefuses('service-only');
  });
});
