import { acknowledgementDecider } from '../../src/acknowledgements/acknowledgement.js';
import { DISPUTE_ACTS, type DisputeAct, sentenceFor } from '../../src/disputes/acts/all-acts.js';
import { sampledFrom } from '../../src/disputes/acts/dispute-act.js';
import type { Sentence } from '../../src/disputes/acts/sentence.js';
import { disputeDecider } from '../../src/disputes/decide.js';
import { currentRound, type DisputeState } from '../../src/disputes/dispute.js';
import type { DisputeEvent } from '../../src/disputes/events.js';
import { waitingFor } from '../../src/disputes/time/waiting-for.js';
import { Refusal } from '../../src/platform/decider.js';
import type { Actor } from '../../src/platform/event-store/event-store.js';
import { stageOf } from '../../src/protocol/ladder.js';
import { MAIN_LADDER, type PostKind, type Protocol } from '../../src/protocol/protocol.js';
import { type CouncilSays, saysOf } from '../../src/protocol/words-now.js';
import { recommendationsDecider } from '../../src/reviews/recommendations/recommendations.js';
import { Controls } from '../support/controls.js';
import { by } from '../support/given.js';

/*
 * The consequences of a protocol, of every act by everybody at some moments of a dispute. Two protocols with the same consequences differ
 * in nothing that anybody could notice in a dispute.
 */

const ROLES: readonly PostKind[] = [
  'iro',
  'conference-chair',
  'iro-manager',
  'head-of-qa',
  'social-worker',
  'team-manager',
  'service-manager',
  'head-of-service',
  'director',
  // Posts of a council's own.
  'head-of-service:virtual-head',
];
const PEOPLE: readonly Actor[] = [...ROLES.map((role) => Controls.actor(`the-${role}`, role)), Controls.clock];

/** Thursday before Easter, a Saturday, and a day after most dates. */
const MOMENTS = ['2022-04-14T10:00:00.000Z', '2022-04-16T10:00:00.000Z', '2022-06-30T10:00:00.000Z'] as const;

const [THURSDAY, SATURDAY, LATER] = MOMENTS;

interface Moment {
  readonly called: string;
  readonly state: DisputeState;
  readonly now: string;
}

/** One after another, as they are asked for: most protocols that differ do so in the first few. */
export function* consequencesOf(protocol: Protocol): Generator<string, void> {
  yield* acknowledgements(protocol);
  yield* recommendations(protocol);
  for (const moment of momentsUnder(protocol)) {
    yield standing(moment, protocol);
    yield* outcomesAt(moment, protocol);
  }
}

const momentsUnder = (protocol: Protocol): Moment[] => {
  const fresh: Moment = { called: 'nothing', state: disputeDecider.initial, now: THURSDAY };
  const iro = Controls.actor('the-iro', 'iro');
  const manager = Controls.actor('the-team-manager', 'team-manager');
  const on = (moment: Moment, called: string, who: Actor, act: DisputeAct, now: string = moment.now): Moment => ({
    called,
    now,
    state: after({ ...moment, now }, who, act, protocol) ?? moment.state,
  });
  const formal = on(fresh, 'formal', iro, Controls.raiseFormal());
  const informal = on(fresh, 'informal', iro, Controls.raiseInformal());
  const round = 1;
  const silent = on(
    formal,
    'silent',
    Controls.clock,
    { type: 'mark-deadline-passed', deadline: 'answer', round },
    LATER,
  );
  const answered = on(formal, 'answered', manager, ANSWER);
  const asked = {
    type: 'ask-for-extension',
    askedFor: '2022-06-01',
    reason: 'The assessment is not there yet.',
  } as const;
  return [
    fresh,
    { ...fresh, called: 'a Saturday', now: SATURDAY },
    formal,
    informal,
    { ...on({ ...fresh, now: SATURDAY }, 'formal of Saturday', iro, Controls.raiseFormal()) },
    silent,
    on(silent, 'chased', iro, { type: 'chase', how: 'By telephone' }),
    answered,
    on(formal, 'gone up', iro, { type: 'escalate', toStage: null, reason: 'It cannot wait.', meetingOn: null }),
    on(answered, 'rejected', iro, { type: 'judge', verdict: 'not', reason: 'No date.' }),
    on(formal, 'more time asked', manager, asked),
    on(formal, 'a little more time asked', manager, { ...asked, askedFor: '2022-05-04' }),
  ];
};

const ANSWER: DisputeAct = {
  type: 'answer',
  agreement: 'agree',
  reasons: 'It has waited too long.',
  actions: [],
  evidence: null,
};

const contextOf = (who: Actor, now: string, protocol: Protocol) => Controls.context(who, { now, protocol });

const after = (moment: Moment, who: Actor, act: DisputeAct, protocol: Protocol): DisputeState | null => {
  try {
    const events = disputeDecider.decide(act, moment.state, contextOf(who, moment.now, protocol));
    return events.reduce((state, event) => disputeDecider.evolve(state, by(who, event, moment.now)), moment.state);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
};

/** The posts that are waited for, and those that get copies and are told. */
const standing = ({ called, state }: Moment, protocol: Protocol): string => {
  if (!('matter' in state)) return called;
  const round = currentRound(state.matter);
  const stage = stageOf(protocol, round.stage, round.ladder);
  const waiting = waitingFor(state, Controls.book(protocol));
  return JSON.stringify([called, waiting, stage.copyTo, stage.notifyOnly]);
};

function* outcomesAt(moment: Moment, protocol: Protocol): Generator<string, void> {
  const samples = DISPUTE_ACTS.flatMap(({ sample }) =>
    sample === undefined ? [] : [sample(sampledFrom(moment.state, moment.now.slice(0, 10)))].flat(),
  ) as DisputeAct[];
  for (const act of [...samples, ...RAISINGS])
    for (const who of PEOPLE)
      yield `${moment.called}, ${who.role ?? 'clock'}, ${act.type}: ${outcome(moment, who, act, protocol)}`;
}

const RAISINGS: readonly DisputeAct[] = [
  Controls.raiseFormal(),
  Controls.raiseFormal({ stage: 2, stageReason: 'It cannot wait.' }),
  Controls.raiseFormal({ spokeFirst: null }),
  Controls.raiseFormal({ spokeFirst: null, urgent: true, urgentBecause: 'The move is today.' }),
  Controls.raiseFormal({ answerWithin: 2 }),
  Controls.raiseFormal({ theme: 'EDI' }),
  Controls.raiseFormal({ subject: { ...Controls.raiseFormal().subject, population: 'child-protection' } }),
  Controls.raiseFormal({ subject: { ...Controls.raiseFormal().subject, population: 'care-leaver' } }),
  Controls.raiseInformal(),
  Controls.raiseFormal({ level: 'red' }),
  Controls.raiseFormal({ level: 'green' }),
  Controls.raiseFormal({ subject: { ...Controls.subject, iro: 'the-iro-manager', practiceOf: 'another-iro' } }),
  { type: 'mark-deadline-passed', deadline: 'answer', round: 1 },
  ANSWER,
];

const outcome = ({ state, now }: Moment, who: Actor, act: DisputeAct, protocol: Protocol): string => {
  try {
    const events = disputeDecider.decide(act, state, contextOf(who, now, protocol));
    const ladder = ladderOf(
      events.reduce((before, event) => disputeDecider.evolve(before, by(who, event, now)), state),
    );
    return JSON.stringify(events.map((event) => [event, sentence(event, saysOf(protocol, ladder))]));
  } catch (error) {
    if (error instanceof Refusal) return `${error.code}: ${error.message}`;
    throw error;
  }
};

const ladderOf = (state: DisputeState): string => ('matter' in state ? state.matter.ladder : MAIN_LADDER);

/** As the history tells it, in the council's words on its ladder. */
const sentence = (event: DisputeEvent, { words }: CouncilSays): string =>
  (sentenceFor(event.type) as Sentence<unknown> | undefined)?.({
    data: event.data,
    who: 'Somebody',
    words,
    a: (thing) => `a ${thing}`,
    A: (thing) => `A ${thing}`,
    theme: (code) => code ?? null,
    reference: (of) => of,
    addressed: () => '',
    person: () => null,
    team: () => null,
    child: () => null,
    dated: () => '',
  }) ?? '';

const tried = (decide: () => unknown): string => {
  try {
    return JSON.stringify(decide());
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

const acknowledgements = (protocol: Protocol): string[] =>
  PEOPLE.map((who) =>
    tried(() =>
      acknowledgementDecider.decide(
        { type: 'give', reference: 'PA-7K4M-2QXH', acknowledged: Controls.acknowledged },
        acknowledgementDecider.initial,
        contextOf(who, THURSDAY, protocol),
      ),
    ),
  );

const recommendations = (protocol: Protocol): string[] => [
  tried(() =>
    recommendationsDecider.decide(
      {
        type: 'send',
        reference: 'REC-7K4M-2QXH',
        child: '1568440',
        iro: 'the-iro',
        team: 'through-care-3',
        reviewedOn: '2022-04-12',
        recommendations: [{ what: 'Book the dentist', who: null, by: null }],
      },
      recommendationsDecider.initial,
      contextOf(Controls.actor('the-iro', 'iro'), THURSDAY, protocol),
    ),
  ),
];
