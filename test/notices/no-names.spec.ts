import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { TokenEvent } from '../../src/access/tokens/events.js';
import { acknowledgementDecider } from '../../src/acknowledgements/acknowledgement.js';
import type { AcknowledgementEvent } from '../../src/acknowledgements/events.js';
import type { ChallengeMeetingEvent } from '../../src/challenge/events.js';
import type { Directory } from '../../src/directory/directory.js';
import { childDecider } from '../../src/directory/child.js';
import type { CoverEvent } from '../../src/directory/events.js';
import { personDecider } from '../../src/directory/person.js';
import { teamDecider } from '../../src/directory/team.js';
import { type DisputeState, isConversation } from '../../src/disputes/dispute.js';
import type { DisputeEvent } from '../../src/disputes/events.js';
import { NOTICE_KINDS, type NoticeKind } from '../../src/notices/kinds.js';
import { addressedTo, type Addressed, withinRestriction } from '../../src/notices/recipients.js';
import { digestLetterOf, letterOf, TEMPLATES } from '../../src/notices/templates.js';
import { toldOfAcknowledgement } from '../../src/notices/told-of-acknowledgements.js';
import { toldOfCover, toldOfReview, toldOfToken } from '../../src/notices/told-of-people.js';
import {
  toldBeforehand,
  toldInAnothersName,
  toldOfDispute,
  toldOfTheEndOfCare,
} from '../../src/notices/who-is-told.js';
import type { Decider, DomainEvent, Recorded } from '../../src/platform/decider.js';
import { protocolBook } from '../../src/protocol/protocol-book.js';
import type { ReviewEvent } from '../../src/reviews/events.js';
import type { RecommendationsEvent } from '../../src/reviews/recommendations/events.js';
import { recommendationsDecider } from '../../src/reviews/recommendations/recommendations.js';
import { remindedOfRecommendations, toldOfRecommendations } from '../../src/notices/told-of-recommendations.js';
import { readProtocol } from '../../src/protocol/read-protocol.js';
import { history, live, type Moment } from '../process/histories.js';
import { disputeDecider } from '../../src/disputes/decide.js';
import type { Meeting } from '../../src/challenge/meeting/meeting.js';
import { challengeMeetingDecider } from '../../src/challenge/meeting/decide.js';
import { toldOfMeeting } from '../../src/notices/told-of-meetings.js';
import { caseloadDecider } from '../../src/caseload/caseload.js';
import type { CaseloadEvent } from '../../src/caseload/events.js';
import { workOfPost } from '../../src/notices/work-of-post.js';
import { toldOfCaseload } from '../../src/notices/told-of-caseloads.js';
import { accountDecider } from '../../src/sign-in/accounts/account.js';
import type { AccountEvent } from '../../src/sign-in/accounts/events.js';
import { toldOfAccount } from '../../src/notices/told-of-accounts.js';
import type { ChildEvent } from '../../src/directory/events.js';
import { toldOfBirthday, toldOfChild } from '../../src/notices/told-of-children.js';
import { toldOfConversation } from '../../src/notices/told-of-conversations.js';
import { toldOfPerson, toldOfTeam } from '../../src/notices/told-of-directory.js';
import { toldOfReport } from '../../src/notices/told-of-reports.js';
import { toldOfRole } from '../../src/notices/told-of-roles.js';
import type { PublishedReportEvent } from '../../src/reports/publishing/events.js';
import { publishedReportDecider } from '../../src/reports/publishing/published-report.js';
import type { RoleProposalEvent } from '../../src/roles/events.js';
import { PLAIN_WORDS } from '../../src/protocol/plain-words.js';
import { toldOfTheWeek } from '../../src/notices/weeks.js';
import { proposalDecider } from '../../src/roles/proposal.js';
import type { Office } from '../../src/work/office.js';
import { Controls } from '../support/controls.js';
import { Meetings } from '../support/meetings.js';
import { by, specify } from '../support/given.js';
import { EXAMPLES } from '../golden/examples.js';
import { casesOf, patienceFor, report, seed } from '../faults/cases.js';

/*
 * Names and words are planted wherever a person can write them, in thousands of random disputes. None may come out in a notice: not in
 * what is sent, and not in what is kept to be sent.
 */

const given = specify(challengeMeetingDecider);

/** Something as its events have left it. */
const specifyState = <State, Event extends DomainEvent>(
  { initial, evolve }: Pick<Decider<State, never, Event, never>, 'initial' | 'evolve'>,
  events: readonly object[],
): State => events.reduce<State>((state, event) => evolve(state, event as Event & Recorded<Event>), initial);

const HISTORIES = casesOf('no-names');
const PLANTED = 'Kylie Planted was hurt';
const CHILD = '1568440';
const PEOPLE = ['iro-rowe', 'iro-prasad'];
const FORBIDDEN = new RegExp([...PLANTED.split(' ').slice(0, 2), 'hurt', CHILD, ...PEOPLE].join('|'), 'i');

/** Ids, codes, dates, references and types of event are what they are; every other text becomes the planted one. */
const planted = <Value>(value: Value): Value => {
  if (typeof value === 'string') return (isClosed(value) ? value : PLANTED) as Value;
  if (Array.isArray(value)) return value.map(planted) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, planted(each)])) as Value;
};
const isClosed = (text: string): boolean =>
  /^([a-z]+(-[a-z0-9]+)*|[A-Z][a-z]+([A-Z][a-z]+)+|\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?|(DRP|PA|REC|PRP|CLH)-[0-9A-Z]{4}-[0-9A-Z]{4}|\d{7}|[A-Z]+(-[A-Z]+)?|[AR]\d+)$/.test(
    text,
  ) && text !== 'ASAP';

/** Everybody holds every post, and goes by the planted name. */
const directory = {
  person: () => undefined,
  peopleNamed: () => [],
  postsHeldBy: () =>
    ['social-worker', 'iro'].map((kind) => ({ postId: kind, kind, title: PLANTED, team: null, service: null })),
  child: () => ({ socialWorker: 'holder-of-social-worker', iro: 'holder-of-iro' }),
  postsFor: (kind: string) => [
    { postId: kind, kind, title: PLANTED, team: null, service: null, person: `holder-of-${kind}` },
  ],
  everyPostHeld: () => [
    {
      postId: 'tm',
      kind: 'team-manager',
      title: PLANTED,
      team: null,
      service: PLANTED,
      person: 'holder-of-team-manager',
    },
  ],
  teams: () => [],
  team: () => ({ service: PLANTED }),
  postsHeld: (kind: string) => [
    { postId: kind, kind, title: PLANTED, team: null, service: PLANTED, person: `holder-of-${kind}` },
  ],
  coverFor: () => undefined,
  coveredBy: () => [],
} as unknown as Directory;

const lettersOf = (addressed: readonly Addressed[]): string[] => {
  const lines = addressed.map(({ person: _person, ...line }, index) => ({ ...line, notice: `notice-${index}` }));
  const digest = digestLetterOf(
    { notice: 'digest', to: 'somebody', on: '2022-04-19', notices: lines },
    'https://site.example',
    () => PLAIN_WORDS,
  );
  const kept = lines.map((line) => JSON.stringify(line));
  return [...lines.map((line) => letterOf(line, 'https://site.example', PLAIN_WORDS)), digest]
    .map(({ subject, text }) => `${subject}\n${text}`)
    .concat(kept);
};

const withAnAction = (event: Extract<ChallengeMeetingEvent, { type: 'AgendaItemDecided' }>): ChallengeMeetingEvent => ({
  ...event,
  data: {
    ...event.data,
    actions: [{ actionId: 'A1', what: PLANTED, who: PLANTED, person: 'holder', by: '2022-05-20' }],
  },
});

const restrictedToNobody = (state: DisputeState): DisputeState =>
  'matter' in state ? { ...state, matter: { ...state.matter, restrictedTo: [] } } : state;

const PROTOCOLS = ['house', 'alerts-2017', 'barnet', 'leicestershire', 'worcestershire'];

describe('no notice holds a name, or anything that a person wrote', () => {
  const seen = new Set<NoticeKind>();
  let letters = 0;

  const check = ({
    before,
    after,
    events,
    context: { protocols, actor },
  }: Pick<Moment, 'before' | 'after' | 'events' | 'context'>): void => {
    const state = planted(after);
    const act = events.map(({ type }) => type);
    const ofEvents = events.map((event) =>
      toldOfDispute({ ...event, data: planted(event.data) } as DisputeEvent, {
        ...{ state, before: planted(before), protocols, act, actor: actor.person },
        began: '2000-01-01T00:00:00.000Z',
      }),
    );
    const inName = toldInAnothersName(
      { metadata: { ...by(actor, events[0]!, Controls.now).metadata, actor: { ...actor, actingFor: 'acted-for' } } },
      { about: 'DRP-7K4M-2QXH', called: 'dispute' },
    );
    const atTheEndOfCare = (['child-left-care', 'child-turned-18', 'child-back-in-care'] as const).map((kind) =>
      toldOfTheEndOfCare(kind, state, protocols),
    );
    const rounds = 'matter' in state ? state.matter.rounds.map(({ number }) => ({ round: number })) : [];
    const actions = 'matter' in state ? state.matter.actions.map(({ actionId }) => ({ actionId })) : [];
    const ofTime = [...rounds, ...actions].map((due) => toldBeforehand(due, state, protocols));
    const found: string[] = [];
    for (const wanted of [...ofEvents, ...ofTime, inName, ...atTheEndOfCare]) {
      const vacant = wanted.flatMap(({ to: _to, ...line }) =>
        [
          ...([
            'post-vacant',
            'holder-has-left',
            'meeting-fallen-to-you',
            'referral-fallen-to-you',
            'cover-lapsed',
            'role-lapsed',
          ] as const),
          ...(['children-to-allocate', 'ended-though-in-care', 'find-a-judge', 'register-row-for-you'] as const),
        ].map((kind) => ({
          ...line,
          kind,
          person: 'next-up',
        })),
      );
      const addressed = [...addressedTo(wanted, actor.person, directory, '2022-04-14'), ...vacant];
      const restricted = withinRestriction(addressed, restrictedToNobody(state));
      for (const { kind } of [...wanted, ...vacant, ...restricted]) seen.add(kind);
      const written = [...lettersOf(addressed), ...lettersOf(restricted)];
      letters += written.length;
      found.push(...written.filter((letter) => FORBIDDEN.test(letter)));
    }
    // To expect something of each letter by itself takes longer than to write it.
    expect(found).toEqual([]);
  };

  it.each(PROTOCOLS)(
    'whatever happens to a dispute under %s',
    (name) => {
      const { protocol } = readProtocol(readFileSync(`protocols/${name}.yaml`, 'utf8'), name);
      const protocols = protocolBook([{ version: 1, from: '2020-01-01', protocol }]);
      fc.assert(
        fc.property(history, (steps) => live(steps, protocols, check)),
        { numRuns: HISTORIES, seed },
      );
    },
    patienceFor(HISTORIES),
  );

  it('whichever single event comes after a raising', () => {
    const protocol = Controls.protocol({ receiptClock: { unit: 'working-days', amount: 1 } });
    const context = Controls.context(Controls.director, { protocol });
    const opening = Controls.disputeRaised();
    const each = Object.entries(EXAMPLES.dispute!).map(
      ([type, data]) => ({ type, data: { ...data, round: 1 } }) as unknown as DisputeEvent,
    );
    const moved = { from: '2022-04-13', reason: PLANTED };
    const before = opening.reduce(
      (state, happened) => disputeDecider.evolve(state, by(Controls.director, happened, Controls.now)),
      disputeDecider.initial,
    );
    const byHoliday = each.flatMap((event) =>
      event.type === 'ReceiptDeadlineSet' || event.type === 'TotalCapSet'
        ? [{ ...event, data: { ...event.data, moved } } as DisputeEvent]
        : [],
    );
    const agreed = each.find(({ type }) => type === 'ActionAgreed')!;
    const goingOn = (['cafcass', 'director'] as const).map(
      (goesOnTo) =>
        ({
          type: 'ChallengeDecisionRecorded',
          data: { ...EXAMPLES.dispute!.ChallengeDecisionRecorded, goesOnTo },
        }) as unknown as DisputeEvent,
    );
    const after = (...events: readonly DisputeEvent[]): DisputeState =>
      events.reduce(
        (state, happened) => disputeDecider.evolve(state, by(Controls.director, happened, Controls.now)),
        before,
      );
    check({ before, after: after(agreed), events: [agreed], context });
    const referred = Controls.referredToCafcass();
    const declined = each.find(({ type }) => type === 'CafcassReplied')! as Extract<
      DisputeEvent,
      { type: 'CafcassReplied' }
    >;
    const ended = { ...declined, data: { ...declined.data, reply: 'declines' as const } };
    check({ before: after(referred), after: after(referred, ended), events: [ended], context });
    const settled = [...opening, Controls.resolved()];
    const informal = { ...Controls.formalDisputeRaised(), type: 'InformalDisputeRaised' } as DisputeEvent;
    check({
      before: disputeDecider.initial,
      after: [informal, ...settled.slice(1)].reduce(
        (state, happened) => disputeDecider.evolve(state, by(Controls.director, happened, Controls.now)),
        disputeDecider.initial,
      ),
      events: [informal],
      context,
    });
    const holiday = Controls.deadlineSet({ why: 'holiday-announced', dueAt: '2022-04-27T23:00:00.000Z' });
    for (const event of [...each, ...byHoliday, ...goingOn, holiday]) {
      check({ before, after: after(event), events: [event], context });
    }
  });

  it('of a copy, of judges who differ, and of what is reopened, which few histories come by', () => {
    const protocol = Controls.protocolWithStage({ notifyOnly: ['social-worker'] });
    const stateAfter = (events: readonly DisputeEvent[]): DisputeState =>
      events.reduce(
        (state, happened) => disputeDecider.evolve(state, by(Controls.director, happened, Controls.now)),
        disputeDecider.initial,
      );
    const reopened = { type: 'DisputeReopened', data: EXAMPLES.dispute!.DisputeReopened } as unknown as DisputeEvent;
    const story = [...Controls.disputeRaised(), Controls.answerGiven()];
    for (const [before, event] of [
      [[], Controls.formalDisputeRaised()],
      [story, Controls.answerRejected(1, 'iro', 'judges-differ')],
      [story, Controls.answerAccepted(1, 'iro', 'awaiting-judgement')],
      [[...story, Controls.answerAccepted(), Controls.resolved()], reopened],
    ] as const)
      check({
        before: stateAfter(before),
        after: stateAfter([...before, event]),
        events: [event],
        context: Controls.context(Controls.director, { protocol }),
      });
    expect([...seen]).toEqual(
      expect.arrayContaining(['copied-to-you', 'judges-differ', 'judge-satisfied', 'open-again']),
    );
  });

  it('of an acknowledgement neither', () => {
    const CALLED = 'practice acknowledgement';
    const examples = Object.entries(EXAMPLES.acknowledgement!).map(([type, data]) =>
      by(Controls.iro, { type, data: planted(data) } as unknown as AcknowledgementEvent),
    );
    const { initial, evolve } = acknowledgementDecider;
    const given = examples.find(({ type }) => type === 'PracticeAcknowledged')!;
    const wanted = examples.flatMap((event) => {
      const before = event === given ? initial : evolve(initial, given);
      return toldOfAcknowledgement(event, before, evolve(before, event), CALLED, directory, '2022-04-14');
    });
    for (const { kind } of wanted) seen.add(kind);
    const addressed = wanted.flatMap((each) => addressedTo([each], 'nobody', directory, '2022-04-14'));
    expect(addressed).not.toEqual([]);
    for (const letter of lettersOf(addressed)) expect(letter).not.toMatch(FORBIDDEN);
  });

  it('of the recommendations of a review neither', () => {
    const examples = Object.entries(EXAMPLES.recommendations!).map(([type, data]) =>
      by(Controls.teamManager, { type, data: planted(data) } as RecommendationsEvent),
    );
    const wanted = examples.flatMap((event, index) => {
      const state = examples.slice(0, index + 1).reduce(recommendationsDecider.evolve, recommendationsDecider.initial)!;
      return [...toldOfRecommendations(event, state, 'iro-of-the-day'), ...remindedOfRecommendations(state)];
    });
    for (const { kind } of wanted) seen.add(kind);
    const addressed = wanted.flatMap((each) => addressedTo([each], 'nobody', directory, '2022-04-14'));
    for (const letter of lettersOf(addressed)) expect(letter).not.toMatch(FORBIDDEN);
  });

  it('of a meeting neither', () => {
    const events = [
      Meetings.meetingArranged({ name: PLANTED, place: PLANTED }),
      Meetings.itemAdded('I1', Meetings.aTheme(PLANTED), { note: PLANTED }),
      ...Object.entries(EXAMPLES.challengeMeeting!).map(
        ([type, data]) =>
          ({ type, data: { ...planted(data), itemId: 'I1', actionId: 'A1' } }) as unknown as ChallengeMeetingEvent,
      ),
    ].filter(({ type }, index) => index < 2 || (type !== 'MeetingArranged' && type !== 'AgendaItemAdded'));
    const decided = events.map((event) => (event.type === 'AgendaItemDecided' ? withAnAction(event) : event));
    const stateAfter = (index: number) => given(...decided.slice(0, index + 1)).state as Meeting;
    const wanted = decided.flatMap((event, index) =>
      toldOfMeeting(event, stateAfter(index), stateAfter(Math.max(0, index - 1))),
    );
    for (const { kind } of wanted) seen.add(kind);
    const letters = lettersOf(addressedTo(wanted, 'nobody', directory, '2022-04-14'));
    for (const letter of letters) expect(letter).not.toMatch(FORBIDDEN);
    expect(toldOfMeeting(Meetings.itemAdded('I2', Meetings.aCase()), stateAfter(decided.length))).toEqual([]);
  });

  it('of covers, tokens and checks neither', () => {
    const each = <Event>(category: string): Event[] =>
      Object.entries(EXAMPLES[category]!).map(([type, data]) => ({ type, data: planted(data) }) as Event);
    const wanted = [
      ...each<CoverEvent>('cover').flatMap((event) => toldOfCover(event, PLANTED)),
      ...each<TokenEvent>('token').flatMap((event) => toldOfToken(event, 'TOK-7K4M-2QXH', PLANTED)),
      ...each<ReviewEvent>('review').flatMap((event) => toldOfReview(event, 'RVW-7K4M-2QXH')),
    ];
    for (const { kind } of wanted) seen.add(kind);
    const addressed = wanted.flatMap((one) => addressedTo([one], 'nobody', directory, '2022-04-14'));
    expect(addressed.length).toBeGreaterThan(5);
    for (const letter of lettersOf(addressed)) expect(letter).not.toMatch(FORBIDDEN);
  });

  it('of a report that is given out neither', () => {
    const office = {
      anywhere: (kind: string) => [{ person: `holder-of-${kind}`, post: null, owner: null }],
    } as unknown as Office;
    const report = EXAMPLES.publishedReport!;
    const after = specifyState(
      publishedReportDecider,
      ['ReportDrafted', 'ReportFiguresFrozen'].map((type) => ({
        ...{
          type,
          data: planted(report[type]),
          metadata: by(Controls.iroManager, { type } as unknown as DisputeEvent).metadata,
        },
      })),
    );
    const wanted = Object.entries(report).flatMap(([type, data]) =>
      toldOfReport({ type, data: planted(data) } as unknown as PublishedReportEvent, 'RPT-7K4M-2QXH', {
        ...{ before: null, after, office },
      }),
    );
    for (const { kind } of wanted) seen.add(kind);
    expect(wanted.map(({ kind, to }) => [kind, to])).toEqual(
      expect.arrayContaining([
        ['story-to-sign-off', { person: expect.any(String) }],
        ['report-to-check', { person: 'holder-of-performance-analyst' }],
        ['report-to-approve', { post: 'iro-manager', team: null }],
        ['report-commented-on', { post: 'iro-manager', team: null }],
        ['report-withdrawn', { post: 'information-governance', team: null }],
      ]),
    );
    for (const letter of lettersOf(addressedTo(wanted, 'nobody', directory, '2022-04-14')))
      expect(letter).not.toMatch(FORBIDDEN);
  });

  it('of a role that somebody gets neither', () => {
    const examples = Object.entries(EXAMPLES.roleProposal!).map(([type, data]) =>
      by(Controls.actor(PLANTED, 'administrator'), { type, data: planted(data) } as RoleProposalEvent),
    );
    const wanted = examples.flatMap((event) => {
      const state = [examples[0]!, event].reduce(proposalDecider.evolve, proposalDecider.initial)!;
      return toldOfRole(event, state, PLANTED, directory, '2022-04-14');
    });
    for (const { kind } of wanted) seen.add(kind);
    const addressed = wanted.flatMap((each) => addressedTo([each], 'nobody', directory, '2022-04-14'));
    expect(addressed.length).toBeGreaterThan(examples.length);
    for (const letter of lettersOf(addressed)) expect(letter).not.toMatch(FORBIDDEN);
  });

  it('of an account and whom it signs in neither', () => {
    const examples = Object.entries(EXAMPLES.account!).map(([type, data]) =>
      by(Controls.actor(PLANTED, 'administrator'), { type, data: planted(data) } as AccountEvent),
    );
    const met = accountDecider.evolve(null, examples[0]!);
    const wanted = examples.flatMap((event, index) =>
      toldOfAccount(event, 'ACC-7K4M-2QXH', {
        before: index === 0 ? null : { ...met!, person: PLANTED },
        ...{ actor: PLANTED, directory, on: '2022-04-14' },
      }),
    );
    for (const { kind } of wanted) seen.add(kind);
    const addressed = wanted.flatMap((each) => addressedTo([each], 'nobody', directory, '2022-04-14'));
    expect(addressed.length).toBeGreaterThan(2);
    for (const letter of lettersOf(addressed)) expect(letter).not.toMatch(FORBIDDEN);
  });

  it('that an action counts as done in time', () => {
    const confirmed: DisputeEvent = {
      type: 'ActionConfirmedInTime',
      data: { actionId: 'A1', doneOn: Controls.today, reason: PLANTED },
    };
    const story = [
      ...Controls.disputeRaised(),
      ...[Controls.answerGiven(), Controls.answerAccepted(), Controls.actionAgreed(), Controls.actionDone(), confirmed],
    ];
    const after = story.reduce(
      (state, happened) => disputeDecider.evolve(state, by(Controls.iro, happened, Controls.now)),
      disputeDecider.initial,
    );
    check({ before: after, after, events: [confirmed], context: Controls.context(Controls.iro) });
  });

  it('that one which is set aside was handed over', () => {
    const frozen: DisputeEvent = { type: 'DisputeFrozen', data: { from: Controls.today, reason: PLANTED } };
    const handedOver: DisputeEvent = {
      type: 'DisputeHandedOver',
      data: { fromIro: PEOPLE[0]!, toIro: PEOPLE[1]!, reason: PLANTED },
    };
    const stateAfter = (events: readonly DisputeEvent[]): DisputeState =>
      events.reduce(
        (state, happened) => disputeDecider.evolve(state, by(Controls.iro, happened, Controls.now)),
        disputeDecider.initial,
      );
    const before = stateAfter([...Controls.disputeRaised(), frozen]);
    const after = stateAfter([...Controls.disputeRaised(), frozen, handedOver]);
    check({ before, after, events: [handedOver], context: Controls.context(Controls.iro) });
  });

  it('that an action was not done, or that what was accepted is taken back', () => {
    const withAction = [
      ...Controls.disputeRaised(),
      ...[Controls.answerGiven(), Controls.answerAccepted(), Controls.actionAgreed()],
    ];
    const passed: DisputeEvent = {
      type: 'ActionDeadlinePassed',
      data: { actionId: 'A1', dueAt: '2022-04-29T23:00:00.000Z' },
    };
    const takenBack: DisputeEvent = {
      type: 'EntryTakenBack',
      data: { revisions: [withAction.length - 2, withAction.length - 1], reason: PLANTED },
    };
    const stateAfter = (events: readonly DisputeEvent[]): DisputeState =>
      events.reduce(
        (state, happened) => disputeDecider.evolve(state, by(Controls.iro, happened, Controls.now)),
        disputeDecider.initial,
      );
    const overturned: DisputeEvent = {
      type: 'AnswerRejected',
      data: {
        ...{ round: 1, role: 'iro', verdict: 'not', reason: PLANTED },
        ...{ actionsWithdrawn: ['A1'], standing: 'not-accepted' },
      },
    };
    for (const event of [passed, takenBack, overturned]) {
      const after = stateAfter([...withAction, event]);
      check({ before: stateAfter(withAction), after, events: [event], context: Controls.context(Controls.iro) });
    }
  });

  it('of a caseload that changes hands neither', () => {
    const examples = Object.entries(EXAMPLES.caseload!).map(([type, data]) =>
      by(Controls.actor(PLANTED, 'iro-manager'), { type, data: planted(data) } as CaseloadEvent),
    );
    const state = examples.reduce(caseloadDecider.evolve, caseloadDecider.initial)!;
    const wanted = examples.flatMap((event) => toldOfCaseload(event, state));
    for (const { kind } of wanted) seen.add(kind);
    const addressed = addressedTo(wanted, 'nobody', directory, '2022-04-14');
    for (const letter of lettersOf(addressed)) expect(letter).not.toMatch(FORBIDDEN);
  });

  it('of all that is asked from a post that somebody takes, as one', () => {
    const post = { postId: PLANTED, kind: 'team-manager', title: PLANTED, team: null, service: null } as const;
    const asked = [{ person: PLANTED, post, owner: null, mayRead: true }];
    const line = workOfPost({ post: PLANTED, number: 1, person: PLANTED }, [{ asked }, { asked }])!;
    seen.add(line.kind);
    expect(line.howMany).toBe(2);
    for (const letter of lettersOf([{ ...line, person: 'somebody' }])) expect(letter).not.toMatch(FORBIDDEN);
  });

  it('that a team, a child or a person of the directory was changed', () => {
    const { team, child, person } = EXAMPLES;
    const teamBefore = specifyState(teamDecider, [
      { type: 'TeamRegistered', data: { ...team!.TeamRegistered, service: PLANTED } },
    ]);
    const childBefore = specifyState(childDecider, [
      { type: 'ChildRegistered', data: child!.ChildRegistered },
      { type: 'ChildAllocated', data: { ...child!.ChildAllocated, iro: PEOPLE[0] } },
    ]);
    const personBefore = specifyState(personDecider, [
      { type: 'PersonRegistered', data: { ...person!.PersonRegistered, name: PLANTED, fromRegister: false } },
    ]);
    const renamed = { type: 'TeamRenamed', data: { name: PLANTED, from: '2022-04-01' } } as const;
    const changed = { ...child!.ChildAllocated, iro: PEOPLE[1]!, from: '2022-04-01' };
    const allocated = { type: 'ChildAllocated', data: changed } as unknown as ChildEvent;
    const completed = { type: 'PersonDetailsCompleted', data: { name: 'Kylie', email: null } } as const;
    const moved = { type: 'ChildAllocated', data: { team: 'other', iro: PEOPLE[0]!, from: '2022-04-01' } } as const;
    const ofTheChild = ['ChildDied', 'ChildDeathTakenBack', 'ChildLeftCare', 'ChildCameBackIntoCare'].map(
      (type) => ({ type, data: { ...child![type], reason: PLANTED } }) as unknown as ChildEvent,
    );
    const around = {
      worked: [],
      iroManagers: [],
      isAskedOfManagers: false,
      isBySomebody: true,
      birthdaysToldFrom: '2022-01-01',
      on: '2022-04-14',
    };
    const wanted = [
      ...toldOfTeam(renamed, teamBefore, 'administrator', directory, '2022-04-14'),
      ...[allocated, moved, ...ofTheChild].flatMap((event) => toldOfChild(event, childBefore, around)),
      ...toldOfPerson(completed, 'holder', personBefore),
      ...toldOfBirthday(PEOPLE[0]!, '2022-04-14', new Set()),
    ];
    for (const { kind } of wanted) seen.add(kind);
    const addressed = wanted.flatMap((each) => addressedTo([each], 'nobody', directory, '2022-04-14'));
    expect(new Set(addressed.map(({ kind }) => kind)).size).toBeGreaterThan(8);
    for (const letter of lettersOf(addressed.map((each) => ({ ...each, person: 'somebody' }))))
      expect(letter).not.toMatch(FORBIDDEN);
  });

  it('of a conversation that somebody else wrote down', () => {
    const subject = { ...Controls.subject, iro: PEOPLE[0]!, children: [CHILD] };
    const event = {
      type: 'ConcernDiscussed',
      data: { subject, spokeTo: PLANTED, spokeOn: '2022-04-14', result: PLANTED },
    } as const;
    const state = disputeDecider.evolve(disputeDecider.initial, by(Controls.iroManager, event));
    if (!isConversation(state)) throw new Error('Nothing but a conversation is on record.');
    const around = { reference: 'DRP-7K4M-2QXH', before: disputeDecider.initial, actor: 'somebody-else' };
    const wanted = toldOfConversation(event, around, state);
    for (const { kind } of wanted) seen.add(kind);
    const addressed = addressedTo(wanted, 'nobody', directory, '2022-04-14');
    expect(addressed).toHaveLength(1);
    for (const letter of lettersOf(addressed.map((each) => ({ ...each, person: 'somebody' }))))
      expect(letter).not.toMatch(FORBIDDEN);
  });

  it('of a week that is over', () => {
    const wanted = toldOfTheWeek({ monday: '2022-04-04', on: '2022-04-11' }, directory);
    for (const { kind } of wanted) seen.add(kind);
    const addressed = addressedTo(wanted, 'nobody', directory, '2022-04-11');
    expect(addressed.length).toBeGreaterThan(1);
    for (const letter of lettersOf(addressed)) expect(letter).not.toMatch(FORBIDDEN);
  });

  it('and every kind of notice was among those looked at', () => {
    report('Notices without names', { histories: HISTORIES * PROTOCOLS.length, letters });
    expect(letters).toBeGreaterThan(10_000);
    const never = Object.keys(NOTICE_KINDS).filter((kind) => !seen.has(kind as NoticeKind));
    expect(never).toEqual([]);
  });
});

describe('every template', () => {
  const line = { about: 'DRP-7K4M-2QXH', called: 'alert', dueOn: '2023-10-06', dueAt: null, actionId: 'A2' };

  it.each(Object.keys(TEMPLATES) as NoticeKind[])('%s: asks nothing but what it may know', (kind) => {
    const asked = new Set<string>();
    const said = new Proxy(
      {
        called: 'an alert',
        by: 'by Friday 6 October 2023',
        date: 'Friday 6 October 2023',
        action: 'action A2',
        things: '2 things are',
        children: '2 children',
      },
      {
        get: (known, field) => {
          asked.add(String(field));
          return Reflect.get(known, field) as string;
        },
      },
    );
    TEMPLATES[kind].subject(said);
    TEMPLATES[kind].body(said);
    for (const field of asked) expect(['called', 'by', 'date', 'action', 'things', 'children']).toContain(field);
  });

  it.each(Object.keys(TEMPLATES) as NoticeKind[])(
    '%s: holds the reference, a link and its number, in plain sentences',
    (kind) => {
      for (const dates of [{}, { dueOn: null }, { dueAt: '2023-10-06T15:00:00.000Z' }]) {
        const { subject, text } = letterOf(
          { ...line, ...dates, kind, notice: 'the-number' },
          'https://site.example',
          PLAIN_WORDS,
        );
        expect(subject).toMatch(/^DRP-7K4M-2QXH: \S/);
        expect(subject.length).toBeLessThan(100);
        expect(text).toMatch(/https:\/\/site\.example\/disputes\/DRP-7K4M-2QXH\n/);
        expect(text).toContain('Message number: the-number');
        expect(text).not.toMatch(/undefined|null|\[object|NaN/);
        expect(text.split('\n')[0]).toMatch(/^[A-Z].*\.$/);
      }
    },
  );

  it('writes dates as people say them', () => {
    const { subject } = letterOf({ ...line, kind: 'answer-due', notice: 'n' }, '', PLAIN_WORDS);
    expect(subject).toBe('DRP-7K4M-2QXH: your answer is due by Friday 6 October 2023');
    const hourly = letterOf(
      { ...line, dueAt: '2023-10-06T15:00:00.000Z', kind: 'answer-due', notice: 'n' },
      '',
      PLAIN_WORDS,
    );
    expect(hourly.subject).toBe('DRP-7K4M-2QXH: your answer is due by 4pm on Friday 6 October 2023');
  });
});
