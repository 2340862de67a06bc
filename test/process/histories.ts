import fc from 'fast-check';
import type { Instant, LocalDate } from '../../src/calendar/calendar.js';
import { londonDate } from '../../src/calendar/dates.js';
import type { DeadlineNamed, DisputeAct, MovableDeadline } from '../../src/disputes/acts.js';
import type { DisputeContext } from '../../src/disputes/context.js';
import { disputeDecider } from '../../src/disputes/decide.js';
import type { DisputeState } from '../../src/disputes/dispute.js';
import {
  CAFCASS_REPLIES,
  CHALLENGE_DECISIONS,
  type DisputeEvent,
  type ImpactCode,
  IMPACT_CODES,
  RESOLUTION_OUTCOMES,
  type Verdict,
} from '../../src/disputes/events.js';
import { THE_PROGRAM } from '../../src/disputes/rules.js';
import {
  judgesStillToSpeak,
  postsStillToAnswer,
  roundToJudge,
  stageOfRound,
} from '../../src/disputes/time/standing.js';
import { waitingFor } from '../../src/disputes/time/waiting-for.js';
import { type Recorded, Refusal } from '../../src/platform/decider.js';
import type { Actor } from '../../src/platform/event-store/event-store.js';
import { POST_KINDS } from '../../src/protocol/protocol.js';
import { Controls } from '../support/controls.js';
import { by } from '../support/given.js';

/*
 * Histories of random acts by random people, and by the program when dates pass.
 */

const ACTS_IN_A_HISTORY = 30;

export interface Step {
  /**
   * `what-is-due` is what the dispute is waiting for, done by somebody from the post that must; `clock` is the program, which puts on
   * record what has passed and sends up what the protocol says. `answer-below` is an answer to an earlier stage that was left without
   * one, and `judge-below` a word on such an answer.
   */
  readonly act: DisputeAct | 'what-is-due' | 'clock' | 'answer-below' | 'judge-below';
  /** `whoever-must` is somebody from a post that the dispute is waiting for; others act too. */
  readonly actor: Actor | 'whoever-must';
  /** Hours since the step before. */
  readonly hours: number;
  /** Where a judgement is due, what it says. */
  readonly verdict: Verdict;
}

/** Mostly something sensible: a history of nothing but refusals proves little. */
const mostly = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ arbitrary: usual, weight: 15 }, { arbitrary: odd, weight: 1 });

const text = mostly(fc.constant('In words'), fc.constantFrom('', 'ASAP'));
const date = fc.constantFrom('2022-04-10', '2022-04-14', '2022-04-20', '2022-04-28', '2022-05-06', '2022-06-20');
const dateOrNone = fc.option(date, { nil: null });
const rarely = mostly(fc.constant<LocalDate | null>(null), date);
const meeting = mostly(fc.constant<LocalDate | null>(null), dateOrNone);
const impact = mostly(fc.subarray([...IMPACT_CODES], { minLength: 1 }), fc.constant<ImpactCode[]>([]));
const verdict = fc.constantFrom('satisfied' as const, 'partly' as const, 'not' as const);
const stage = mostly(fc.constant(1), fc.integer({ min: 0, max: 5 }));
const population = fc.constantFrom('looked-after' as const, 'looked-after' as const, 'child-protection' as const);
const action = fc.record({
  what: fc.constant('Book the first session'),
  who: fc.option(text, { nil: null }),
  by: fc.option(fc.oneof(text, date), { nil: null }),
  measure: fc.constant(null),
});
const raising = fc
  .record({ meetingOn: meeting, urgent: fc.boolean(), population, spoken: fc.boolean(), earlier: rarely })
  .map(({ meetingOn, urgent, population, spoken, earlier }) => ({
    ...Controls.raiseInformal({ meetingOn, urgent }),
    subject: { ...Controls.subject, population },
    spokeFirst: spoken ? Controls.raiseInformal().spokeFirst : null,
    earlierDate: earlier === null ? null : { askedFor: earlier, reason: 'It cannot wait' },
  }));
const view = fc.record({
  view: fc.option(text, { nil: null }),
  told: fc.option(fc.boolean(), { nil: null }),
  advocateOffered: fc.option(fc.boolean(), { nil: null }),
  advocateOfferedOn: dateOrNone,
});

const round = fc.integer({ min: 1, max: 4 });
const movableDeadline: fc.Arbitrary<MovableDeadline> = fc.oneof(
  fc.record({ deadline: fc.constantFrom('answer' as const, 'receipt' as const), round }),
  fc.constant({ deadline: 'total-cap' as const }),
);
const deadlineNamed: fc.Arbitrary<DeadlineNamed> = fc.oneof(
  movableDeadline,
  fc.record({ deadline: fc.constant('action' as const), actionId: fc.constantFrom('A1', 'A2', 'A9') }),
  fc.record({ deadline: fc.constant('agency-reply' as const), asked: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ deadline: fc.constant('next-look' as const), meeting: fc.constantFrom('meeting-1', 'meeting-9') }),
);

/** Every act there is, with something in each field that a person might send. */
const anyAct: { [Type in DisputeAct['type']]: fc.Arbitrary<Extract<DisputeAct, { type: Type }>> } = {
  'record-conversation': fc.record({
    type: fc.constant('record-conversation'),
    reference: fc.constant('DRP-7K4M-2QXH'),
    subject: fc.option(fc.constant(Controls.subject), { nil: null }),
    spokeTo: text,
    spokeOn: date,
    result: text,
  }),
  'raise-informal': raising.map((each) => ({ ...each, type: 'raise-informal' })),
  'raise-formal': fc
    .tuple(raising, stage, fc.option(text, { nil: null }))
    .map(([each, number, stageReason]) => ({ ...each, type: 'raise-formal', stage: number, stageReason })),
  answer: fc.record({
    type: fc.constant('answer'),
    agreement: fc.constantFrom('agree', 'partly', 'disagree'),
    reasons: text,
    actions: fc.array(action, { maxLength: 3 }),
    evidence: fc.constant(null),
  }),
  judge: fc.record({ type: fc.constant('judge'), verdict, reason: text }),
  'record-iro-view': fc.record({ type: fc.constant('record-iro-view'), view: verdict, reason: text }),
  'ask-for-extension': fc.record({ type: fc.constant('ask-for-extension'), askedFor: date, reason: text }),
  'grant-extension': fc.record({ type: fc.constant('grant-extension'), reason: fc.constant(null) }),
  'refuse-extension': fc.record({ type: fc.constant('refuse-extension'), reason: text }),
  'ask-for-earlier-date': fc.record({ type: fc.constant('ask-for-earlier-date'), askedFor: date, reason: text }),
  'set-meeting-date': fc.record({ type: fc.constant('set-meeting-date'), meetingOn: date }),
  chase: fc.record({ type: fc.constant('chase'), how: text }),
  escalate: fc.record({
    type: fc.constant('escalate'),
    toStage: mostly(fc.constant<number | null>(null), fc.integer({ min: 0, max: 5 })),
    reason: text,
    meetingOn: meeting,
  }),
  redirect: fc.record({
    type: fc.constant('redirect'),
    toTeam: fc.constantFrom('through-care-3', 'through-care-4'),
    reason: text,
  }),
  'hand-over': fc.record({
    type: fc.constant('hand-over'),
    toIro: fc.constantFrom('iro-rowe', 'iro-prasad'),
    reason: text,
  }),
  'mark-action-done': fc.record({
    type: fc.constant('mark-action-done'),
    actionId: fc.constantFrom('A1', 'A2', 'A3', 'A9'),
    evidence: text,
    doneOn: date,
  }),
  'refer-to-cafcass': fc.record({
    type: fc.constant('refer-to-cafcass'),
    grounds: text,
    legalAdviceTaken: fc.boolean(),
    told: fc.constant([]),
    sentOn: date,
  }),
  'record-cafcass-reply': fc.record({
    type: fc.constant('record-cafcass-reply'),
    repliedOn: date,
    reply: fc.constantFrom(...CAFCASS_REPLIES),
    summary: fc.constant(null),
  }),
  'record-child-view': view.map((each) => ({ ...each, type: 'record-child-view' })),
  'correct-theme': fc.record({
    type: fc.constant('correct-theme'),
    theme: fc.constantFrom('DD', 'PLAN', 'PA-DIRECT', 'NONE'),
    secondaryThemes: fc.constant([]),
    reason: text,
  }),
  'add-note': fc.record({ type: fc.constant('add-note'), text }),
  link: fc.record({
    type: fc.constant('link'),
    link: fc.record({
      kind: fc.constantFrom('re-raises', 'same-matter', 'complaint'),
      to: fc.constantFrom('', 'DRP-7K4M-2QXH', 'C-1'),
    }),
  }),
  formalise: fc.record({
    type: fc.constant('formalise'),
    formal: fc.constantFrom('', 'DRP-7K4M-2QXH', 'DRP-0000-0000'),
    reason: text,
  }),
  resolve: fc.record({
    type: fc.constant('resolve'),
    outcome: fc.constantFrom(...RESOLUTION_OUTCOMES),
    impact,
    impactNote: fc.constant(null),
  }),
  'record-stalemate': fc.record({ type: fc.constant('record-stalemate'), reason: text, impact }),
  'carry-on-after-care': fc.record({ type: fc.constant('carry-on-after-care'), reason: text }),
  'end-otherwise': fc.record({
    type: fc.constant('end-otherwise'),
    outcome: fc.constantFrom('ENDED-CARE', 'TO-CAF'),
    reason: text,
    impact,
  }),
  withdraw: fc.record({ type: fc.constant('withdraw'), reason: text }),
  void: fc.record({
    type: fc.constant('void'),
    because: fc.constantFrom('raised-in-error', 'duplicate'),
    duplicateOf: fc.constantFrom(null, 'DRP-7K4M-2QXH', 'DRP-0000-0000'),
    reason: text,
  }),
  reopen: fc.record({ type: fc.constant('reopen'), reason: text }),
  'note-filing': fc.record({
    type: fc.constant('note-filing'),
    child: fc.constantFrom('1568440', '999'),
    where: text,
    filedOn: date,
  }),
  'take-on': fc.constant({ type: 'take-on', addressee: { team: null, posts: [] } }),
  'import-row': fc.constantFrom('informal' as const, 'formal' as const).map((kind) => ({
    type: 'import-row',
    importId: 'import-1',
    reference: 'DRP-7K4M-2QXH',
    ownReference: 'F21/001',
    source: { file: 'disputes.csv', row: 4 },
    facts: { ...Controls.importedFacts, kind },
  })),
  'correct-imported': fc.record({
    type: fc.constant('correct-imported'),
    facts: fc.constant(Controls.importedFacts),
    reason: text,
  }),
  'withdraw-imported': fc.record({
    type: fc.constant('withdraw-imported'),
    importId: fc.constantFrom('import-1', 'import-2'),
    reason: text,
  }),
  'acknowledge-receipt': fc.constant({ type: 'acknowledge-receipt', note: null }),
  'mark-deadline-passed': deadlineNamed.map((each) => ({ ...each, type: 'mark-deadline-passed' })),
  'move-deadline-for-holiday': fc
    .tuple(movableDeadline, text)
    .map(([each, reason]) => ({ ...each, type: 'move-deadline-for-holiday', reason })),
  'pause-clock': fc.record({
    type: fc.constant('pause-clock'),
    reason: text,
    firstDay: rarely,
    lastDay: rarely,
  }),
  'resume-clock': fc.record({ type: fc.constant('resume-clock'), reason: text, lastDay: rarely }),
  'send-back': fc.record({
    type: fc.constant('send-back'),
    toStage: mostly(fc.constant<number | null>(null), fc.integer({ min: 0, max: 5 })),
    reason: text,
    meetingOn: meeting,
  }),
  'table-for-challenge': fc.record({
    type: fc.constant('table-for-challenge'),
    meeting: fc.constantFrom('meeting-1', 'meeting-2'),
    heldOn: date,
  }),
  'take-off-agenda': fc.record({
    type: fc.constant('take-off-agenda'),
    meeting: fc.constantFrom('meeting-1', 'meeting-2'),
  }),
  'record-challenge-decision': fc.record({
    type: fc.constant('record-challenge-decision'),
    meeting: fc.constantFrom('meeting-1', 'meeting-2'),
    heldOn: date,
    decision: fc.constantFrom(...CHALLENGE_DECISIONS),
    discussion: text,
    actions: fc.array(action, { maxLength: 2 }),
    iroView: fc.option(verdict, { nil: null }),
    nextLookOn: dateOrNone,
  }),
  restrict: fc.record({
    type: fc.constant('restrict'),
    readers: fc.subarray(['iro-rowe', 'iro-prasad']),
    reason: text,
  }),
  freeze: fc.record({ type: fc.constant('freeze'), reason: text }),
  unfreeze: fc.record({ type: fc.constant('unfreeze'), reason: text }),
  'lift-restriction': fc.record({ type: fc.constant('lift-restriction'), reason: text }),
  'take-to-agency': fc.record({
    type: fc.constant('take-to-agency'),
    agency: text,
    sentOn: date,
    dueOn: dateOrNone,
  }),
  'record-agency-reply': fc.record({ type: fc.constant('record-agency-reply'), repliedOn: date, summary: text }),
};

const THE_CLOCK_AND_THE_WAY_DOWN = [
  'pause-clock',
  'resume-clock',
  'send-back',
  'acknowledge-receipt',
  'unfreeze',
] as const;

/** The main road as often as all byways together, or few histories would get anywhere. */
const act: fc.Arbitrary<Step['act']> = fc.oneof(
  { arbitrary: fc.constant('what-is-due' as const), weight: 6 },
  { arbitrary: fc.constant('clock' as const), weight: 2 },
  {
    arbitrary: fc.oneof<fc.Arbitrary<DisputeAct>[]>(...THE_CLOCK_AND_THE_WAY_DOWN.map((type) => anyAct[type])),
    weight: 2,
  },
  { arbitrary: fc.oneof(...(Object.values(anyAct) as fc.Arbitrary<DisputeAct>[])), weight: 5 },
);

const actors: Actor[] = [
  ...POST_KINDS.map((role) => Controls.actor(`the-${role}`, role)),
  Controls.commandLine,
  Controls.clock,
  THE_PROGRAM,
];

const step: fc.Arbitrary<Step> = fc.record({
  act,
  actor: fc.oneof(
    { arbitrary: fc.constant('whoever-must' as const), weight: 5 },
    { arbitrary: fc.constant(Controls.iro), weight: 3 },
    { arbitrary: fc.constantFrom(...actors), weight: 1 },
  ),
  hours: fc.constantFrom(0, 1, 24, 24 * 4, 24 * 15),
  verdict,
});
const beginning: fc.Arbitrary<Step> = fc.record({
  act: fc.oneof(
    { arbitrary: anyAct['raise-formal'] as fc.Arbitrary<DisputeAct>, weight: 6 },
    { arbitrary: anyAct['raise-informal'] as fc.Arbitrary<DisputeAct>, weight: 2 },
    { arbitrary: anyAct['import-row'] as fc.Arbitrary<DisputeAct>, weight: 1 },
  ),
  actor: fc.constant(Controls.iro),
  hours: fc.constant(0),
  verdict,
});
/** A dispute begun by somebody, and what became of it. */
export const history: fc.Arbitrary<Step[]> = fc
  .tuple(beginning, fc.array(step, { maxLength: ACTS_IN_A_HISTORY, size: 'max' }))
  .map(([first, others]) => [first, ...others]);

/** What moves, stops and ends the clocks of a dispute, more often than in a life of every kind. */
const actOfTime: fc.Arbitrary<Pick<Step, 'act' | 'actor'>> = fc.oneof(
  { arbitrary: fc.constant({ act: 'what-is-due', actor: 'whoever-must' } as const), weight: 6 },
  { arbitrary: fc.constant({ act: 'clock', actor: Controls.clock } as const), weight: 2 },
  { arbitrary: fc.constant({ act: 'answer-below', actor: 'whoever-must' } as const), weight: 2 },
  { arbitrary: fc.constant({ act: 'judge-below', actor: 'whoever-must' } as const), weight: 2 },
  {
    arbitrary: fc.record({ act: anyAct.freeze as fc.Arbitrary<DisputeAct>, actor: fc.constant(THE_PROGRAM) }),
    weight: 1,
  },
  {
    arbitrary: fc.record({
      act: fc.oneof<fc.Arbitrary<DisputeAct>[]>(
        ...(['escalate', 'unfreeze', 'withdraw', 'ask-for-earlier-date', 'redirect'] as const).map(
          (type) => anyAct[type],
        ),
      ),
      actor: fc.constant(Controls.iro),
    }),
    weight: 2,
  },
  {
    arbitrary: fc.record({
      act: fc.oneof<fc.Arbitrary<DisputeAct>[]>(anyAct['pause-clock'], anyAct['resume-clock']),
      actor: fc.constantFrom(Controls.iro, Controls.iroManager, Controls.headOfQa),
    }),
    weight: 4,
  },
  {
    arbitrary: fc.record({
      act: fc.oneof(...(Object.values(anyAct) as fc.Arbitrary<DisputeAct>[])),
      actor: fc.constant('whoever-must' as const),
    }),
    weight: 2,
  },
);

const hoursApart = fc.constantFrom(0, 1, 24, 24 * 3, 24 * 8);
const stepOfTime = fc
  .record({ what: actOfTime, hours: hoursApart, verdict })
  .map(({ what, ...more }): Step[] => [{ ...what, ...more }]);

/** It goes up, and the stage it left gives its answer after all, which is accepted. */
const takenBack = fc.array(hoursApart, { minLength: 4, maxLength: 4 }).map((hours): Step[] => {
  const up: DisputeAct = { type: 'escalate', toStage: null, reason: 'It cannot wait', meetingOn: null };
  const acts: Step['act'][] = [up, 'answer-below', 'judge-below', 'judge-below'];
  return acts.map((each, index) => ({ act: each, actor: Controls.iro, hours: hours[index]!, verdict: 'satisfied' }));
});

/** A dispute whose dates are met, missed, stopped and moved. */
export const historyOfDates: fc.Arbitrary<Step[]> = fc
  .tuple(
    beginning,
    fc.array(fc.oneof({ arbitrary: stepOfTime, weight: 15 }, { arbitrary: takenBack, weight: 1 }), {
      maxLength: 16,
      size: 'max',
    }),
  )
  .map(([first, others]) => [first, ...others.flat()]);

export interface Moment {
  readonly before: DisputeState;
  readonly after: DisputeState;
  readonly events: DisputeEvent[];
  readonly step: Step;
  readonly context: DisputeContext;
}

/** Carries out a history; a refusal leaves everything as it was, and any other exception ends the test. */
export const live = (
  steps: readonly Step[],
  protocols: DisputeContext['protocols'],
  check: (moment: Moment) => void,
  begins: Instant = Controls.now,
): void => {
  let state: DisputeState = disputeDecider.initial;
  let hoursSince = 0;
  const happens = (step: Step, act: DisputeAct, context: DisputeContext): void => {
    const before = state;
    const events = decided(act, state, context);
    state = events.reduce((so, event) => disputeDecider.evolve(so, recorded(event, context)), state);
    check({ before, after: state, events, step, context });
  };
  for (const step of steps) {
    hoursSince += step.hours;
    const now = hoursAfter(begins, hoursSince);
    if (step.act === 'clock') {
      const context = contextFor(Controls.clock, now, protocols);
      for (const act of whatTheClockDoes(state)) happens(step, act, context);
      continue;
    }
    if (step.act === 'answer-below' || step.act === 'judge-below') {
      const below = whatIsDueBelow(step.act, step, state, protocols);
      if (below !== undefined) happens(step, below.act, contextFor(below.actor, now, protocols));
      continue;
    }
    const named = step.act === 'what-is-due' ? 'whoever-must' : step.actor;
    const actor = named === 'whoever-must' ? whoeverMust(state, protocols) : named;
    const context = contextFor(actor, now, protocols);
    happens(step, step.act === 'what-is-due' ? whatIsDue(step, state, context) : step.act, context);
  }
};

/** It asks about every date there is, and tries to send up: what is not so gives nothing. */
const whatTheClockDoes = (state: DisputeState): DisputeAct[] => {
  if (!('matter' in state)) return [];
  const named: DeadlineNamed[] = [
    ...state.matter.rounds.flatMap(({ number }): DeadlineNamed[] => [
      { deadline: 'receipt', round: number },
      { deadline: 'answer', round: number },
    ]),
    ...state.matter.actions.map(({ actionId }): DeadlineNamed => ({ deadline: 'action', actionId })),
    { deadline: 'total-cap' },
    ...state.matter.agencies.map((_, index): DeadlineNamed => ({ deadline: 'agency-reply', asked: index + 1 })),
    ...state.matter.nextLooks.map(({ meeting }): DeadlineNamed => ({ deadline: 'next-look', meeting })),
  ];
  return [
    ...named.map((each): DisputeAct => ({ type: 'mark-deadline-passed', ...each })),
    { type: 'escalate', toStage: null, reason: 'Nobody answered in time', meetingOn: null },
  ];
};

const decided = (each: DisputeAct, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  try {
    return disputeDecider.decide(each, state, context);
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
};

/** Of an earlier round that has not its whole answer, or whose answer came since it was over. */
const whatIsDueBelow = (
  what: 'answer-below' | 'judge-below',
  { verdict }: Step,
  state: DisputeState,
  protocols: DisputeContext['protocols'],
): { act: DisputeAct; actor: Actor } | undefined => {
  if (state.status !== 'open') return undefined;
  const below = state.matter.rounds.slice(0, -1);
  if (what === 'answer-below') {
    const round = below.findLast(({ answeredAt }) => answeredAt === null);
    const role = round && postsStillToAnswer(round)[0];
    const act = {
      type: 'answer' as const,
      agreement: 'agree' as const,
      reasons: 'In words',
      actions: [],
      evidence: null,
    };
    return role && { act, actor: Controls.actor(`the-${role}`, role) };
  }
  const round = roundToJudge(state.matter);
  const role = round && judgesStillToSpeak(round, stageOfRound(round, protocols))[0];
  return role && { act: { type: 'judge', verdict, reason: 'In words' }, actor: Controls.actor(`the-${role}`, role) };
};

const whatIsDue = ({ verdict }: Step, state: DisputeState, context: DisputeContext): DisputeAct => {
  const impact: ImpactCode[] = ['plan-moving'];
  const waiting = waitingFor(state, context.protocols);
  switch (waiting?.what) {
    case 'answer': {
      const actions = [{ what: 'Book the first session', who: 'Team manager', by: '2022-04-29', measure: null }];
      return { type: 'answer', agreement: 'partly', reasons: 'In words', actions, evidence: null };
    }
    case 'judgement':
      return { type: 'judge', verdict, reason: 'In words' };
    case 'decision':
      return isAtTheTop(state, context)
        ? { type: 'record-stalemate', reason: 'In words', impact }
        : { type: 'escalate', toStage: null, reason: 'In words', meetingOn: meetingAbove(state, context) };
    case 'closing':
      return { type: 'resolve', outcome: 'RES-PART', impact, impactNote: null };
    case undefined:
      return state.status === 'imported'
        ? { type: 'take-on', addressee: { team: null, posts: [] } }
        : { type: 'reopen', reason: 'In words' };
  }
};

/** A day for the next stage where a meeting times it. */
const meetingAbove = (state: DisputeState, { protocols, today }: DisputeContext): LocalDate | null => {
  const reached = state.status === 'open' ? state.matter.rounds.at(-1)!.stage : 0;
  const next = protocols.inForceOn(today).protocol.stages.find(({ number }) => number > reached);
  return next?.clock.unit === 'meeting' ? '2022-12-20' : null;
};

export const isAtTheTop = (state: DisputeState, { protocols, today }: DisputeContext): boolean =>
  state.status === 'open' && state.matter.rounds.at(-1)!.stage >= protocols.inForceOn(today).protocol.stages.length;

const whoeverMust = (state: DisputeState, protocols: DisputeContext['protocols']): Actor => {
  const role = waitingFor(state, protocols)?.roles[0] ?? 'iro';
  return Controls.actor(`the-${role}`, role);
};

const hoursAfter = (begins: Instant, hours: number): Instant =>
  new Date(Date.parse(begins) + hours * 3_600_000).toISOString();
const contextFor = (actor: Actor, now: Instant, protocols: DisputeContext['protocols']): DisputeContext => ({
  actor,
  now,
  today: londonDate(now),
  calendar: Controls.calendar,
  protocols,
});
const recorded = (event: DisputeEvent, { actor, now }: DisputeContext): Recorded<DisputeEvent> => by(actor, event, now);
