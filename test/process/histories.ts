import { EXAMPLES_OF_ACTS } from '../support/examples-of-acts.js';
import { verdict } from '../support/arbitraries.js';
import fc from 'fast-check';
import type { Instant, LocalDate } from '../../src/calendar/calendar.js';
import { londonDate } from '../../src/calendar/dates.js';
import type { DeadlineNamed } from '../../src/disputes/time/deadline-named.js';
import type { DisputeAct, DisputeActType } from '../../src/disputes/acts/all-acts.js';
import type { DisputeContext } from '../../src/disputes/context.js';
import { disputeDecider } from '../../src/disputes/decide.js';
import { actionsOutstanding, currentRound, type DisputeState, type Open } from '../../src/disputes/dispute.js';
import { type DisputeEvent, type ImpactCode, type ResolutionOutcome, type Verdict } from '../../src/disputes/events.js';
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
import { goesUpIn } from '../../src/protocol/ladder.js';
import { POST_KINDS, type Stage } from '../../src/protocol/protocol.js';
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
  /** The verdict, if a judgement is due. */
  readonly verdict: Verdict;
}

/** Every act there is, with something in each field that a person might send. */
const anyAct: ReadonlyMap<DisputeActType, fc.Arbitrary<DisputeAct>> = new Map(
  [...EXAMPLES_OF_ACTS].map(([type, { anyAct: any }]) => [type, any]),
);

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
    arbitrary: fc.oneof<fc.Arbitrary<DisputeAct>[]>(...THE_CLOCK_AND_THE_WAY_DOWN.map((type) => anyAct.get(type)!)),
    weight: 2,
  },
  // Few protocols and posts allow a pause: it is tried more often, or hardly any clock would be paused.
  { arbitrary: anyAct.get('pause-clock')!, weight: 2 },
  { arbitrary: fc.oneof(...anyAct.values()), weight: 5 },
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
    { arbitrary: anyAct.get('raise-formal')!, weight: 6 },
    { arbitrary: anyAct.get('raise-informal')!, weight: 2 },
    { arbitrary: anyAct.get('import-row')!, weight: 1 },
  ),
  actor: fc.constant(Controls.iro),
  hours: fc.constant(0),
  verdict,
});
const beginningInARegister: fc.Arbitrary<Step> = fc.record({
  act: anyAct.get('import-row')!,
  actor: fc.constant(Controls.iro),
  hours: fc.constant(0),
  verdict,
});
/** A dispute begun by somebody, and what became of it. */
export const history: fc.Arbitrary<Step[]> = fc
  .tuple(beginning, fc.array(step, { maxLength: ACTS_IN_A_HISTORY, size: 'max' }))
  .map(([first, others]) => [first, ...others]);

/** Acts that move, stop and end the clocks of a dispute, more often than in a life of every kind. */
const actOfTime: fc.Arbitrary<Pick<Step, 'act' | 'actor'>> = fc.oneof(
  { arbitrary: fc.constant({ act: 'what-is-due', actor: 'whoever-must' } as const), weight: 6 },
  { arbitrary: fc.constant({ act: 'clock', actor: Controls.clock } as const), weight: 2 },
  { arbitrary: fc.constant({ act: 'answer-below', actor: 'whoever-must' } as const), weight: 2 },
  { arbitrary: fc.constant({ act: 'judge-below', actor: 'whoever-must' } as const), weight: 2 },
  {
    arbitrary: fc.record({ act: anyAct.get('freeze')! as fc.Arbitrary<DisputeAct>, actor: fc.constant(THE_PROGRAM) }),
    weight: 1,
  },
  {
    arbitrary: fc.record({
      act: fc.oneof<fc.Arbitrary<DisputeAct>[]>(
        ...(['escalate', 'unfreeze', 'withdraw', 'ask-for-earlier-date', 'redirect'] as const).map((type) =>
          anyAct.get(type)!,
        ),
      ),
      actor: fc.constant(Controls.iro),
    }),
    weight: 2,
  },
  {
    arbitrary: fc.record({
      act: fc.oneof<fc.Arbitrary<DisputeAct>[]>(
        ...(['pause-clock', 'pause-clock', 'pause-clock', 'resume-clock'] as const).map((type) => anyAct.get(type)!),
      ),
      actor: fc.constant(Controls.iro),
    }),
    weight: 8,
  },
  {
    arbitrary: fc.record({
      act: fc.oneof(...anyAct.values()),
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
    fc.array(fc.oneof({ arbitrary: stepOfTime, weight: 15 }, { arbitrary: takenBack, weight: 2 }), {
      maxLength: 16,
      size: 'max',
    }),
  )
  .map(([first, others]) => [first, ...others.flat()]);

const takenToAgency: fc.Arbitrary<DisputeAct> = fc
  .constantFrom(null, '2022-04-28')
  .map((dueOn) => ({ type: 'take-to-agency', agency: 'A school', sentOn: Controls.today, dueOn }));

/** Acts beside the ladder, by the IRO; more time is asked for by those who must answer. */
const actBeside: fc.Arbitrary<Pick<Step, 'act' | 'actor'>> = fc.oneof(
  { arbitrary: fc.constant({ act: 'what-is-due', actor: 'whoever-must' } as const), weight: 4 },
  { arbitrary: fc.constant({ act: 'clock', actor: Controls.clock } as const), weight: 1 },
  {
    arbitrary: fc.record({
      act: anyAct.get('ask-for-extension')! as fc.Arbitrary<DisputeAct>,
      actor: fc.constant('whoever-must' as const),
    }),
    weight: 2,
  },
  {
    arbitrary: fc.record({
      act: fc.oneof<fc.Arbitrary<DisputeAct>[]>(
        takenToAgency,
        ...(['table-for-challenge', 'restrict', 'hand-over', 'escalate'] as const).map((type) => anyAct.get(type)!),
      ),
      actor: fc.constant(Controls.iro),
    }),
    weight: 5,
  },
);

/** A dispute, or a row of a register, with much beside its ladder. */
export const historyOfByways: fc.Arbitrary<Step[]> = fc
  .tuple(
    fc.oneof(beginning, beginningInARegister),
    fc.array(
      fc
        .record({ what: actBeside, hours: fc.constantFrom(0, 1, 24), verdict })
        .map(({ what, ...more }): Step => ({ ...what, ...more })),
      { maxLength: 10 },
    ),
  )
  .map(([first, others]) => [first, ...others]);

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
  let commands = 0;
  const happens = (step: Step, act: DisputeAct, context: DisputeContext): void => {
    const before = state;
    const events = decided(act, state, context);
    commands += 1;
    state = events.reduce((so, event) => disputeDecider.evolve(so, recorded(event, commands, context)), state);
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
    const role = round && postsStillToAnswer(round, stageOfRound(round, protocols))[0];
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
      return { type: 'resolve', outcome: outcomeOf(state), impact, impactNote: null };
    case undefined:
      return state.status === 'imported'
        ? { type: 'take-on', addressee: { team: null, posts: [] } }
        : { type: 'reopen', reason: 'In words' };
  }
};

const outcomeOf = (state: DisputeState): ResolutionOutcome =>
  'matter' in state && actionsOutstanding(state.matter).length > 0 ? 'RES-ACT' : 'RES-FULL';

/** A day for the next stage where a meeting times it. */
const meetingAbove = (state: DisputeState, { protocols, today }: Ahead): LocalDate | null => {
  if (state.status !== 'open') return null;
  const next = stagesAhead(state, { protocols, today })[0];
  return next?.clock.unit === 'meeting' ? '2022-12-20' : null;
};

export const isAtTheTop = (state: DisputeState, ahead: Ahead): boolean =>
  state.status === 'open' && stagesAhead(state, ahead).length === 0;

type Ahead = Pick<DisputeContext, 'protocols' | 'today'>;

/** Of its own ladder, above the stage that runs. */
export const stagesAhead = ({ matter }: Open, { protocols, today }: Ahead): readonly Stage[] => {
  const round = currentRound(matter);
  const at = { ladder: matter.ladder, protocolVersion: round.protocolVersion, stage: round.stage };
  return goesUpIn(protocols, today, at).above;
};

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
/** @param command number of the act by which it came */
const recorded = (event: DisputeEvent, command: number, { actor, now }: DisputeContext): Recorded<DisputeEvent> => {
  const { metadata, ...happened } = by(actor, event, now);
  return { ...happened, metadata: { ...metadata, commandId: `command-${command}` } };
};
