import type { Instant } from '../../calendar/calendar.js';
import type { Recorded } from '../../platform/decider.js';
import { followedBy, joinedBy } from '../teams-asked.js';
import { recalledSince } from '../time/recalled.js';
import type {
  Addressee,
  DateMoved,
  DisputeEvent,
  DisputeRedirected,
  LevelChanged,
  StageBegun,
  Standing,
} from '../events.js';
import { currentRound, type DisputeState, type Matter, type Place, type Round } from '../dispute.js';
import { NOT_FROZEN } from './freezing.js';
import { onMatter } from './on-matter.js';

/*
 * The rounds of a dispute: each begins with a stage, an addressee and a date, and ends with the next.
 */

export const placeOf = ({ ladder, number: stage, level }: StageBegun): Place => ({
  ladder,
  stage,
  level: level ?? null,
});

export const newRound = (
  number: number,
  { ladder, stage, level }: Place,
  addressee: Addressee,
  protocolVersion: number,
): Round => ({
  number,
  ladder,
  stage,
  level,
  protocolVersion,
  addressee,
  deadline: null,
  firstDueAt: null,
  registerDueAt: null,
  answers: [],
  answeredAt: null,
  recalledAt: null,
  verdicts: {},
  extensionAsked: null,
  sendBackAsked: null,
  moreActionFirst: null,
  chases: 0,
  receipt: null,
  receipts: [],
  acknowledgedAt: null,
  pauses: [],
  frozenAt: NOT_FROZEN,
  dateIsAgreed: false,
  passed: { answer: false, receipt: false },
  overAt: null,
});

/** It is formal once a stage has begun that counts as formal. */
export const withStageBegun = (
  matter: Matter,
  { stage, addressee, protocolVersion }: NonNullable<LevelChanged['begins']>,
  { metadata }: Recorded<DisputeEvent>,
): Matter => {
  const begun = {
    ...matter,
    ladder: stage.ladder,
    kind: stage.countsAs === 'formal' ? 'formal' : matter.kind,
  } as const;
  return withNextRound(begun, placeOf(stage), addressee, protocolVersion, metadata.occurredAt);
};

export const withNextRound = (
  matter: Matter,
  place: Place,
  addressee: Addressee,
  protocolVersion: number,
  now: Instant,
): Matter => {
  const before = closingRound(matter, now);
  return {
    ...before,
    asked: [...before.asked, addressee],
    rounds: [...before.rounds, newRound(before.rounds.length + 1, place, addressee, protocolVersion)],
    iroView: null,
  };
};

export const closingRound = (matter: Matter, now: Instant): Matter => {
  const round = currentRound(matter);
  return replacingRound(matter, round.number, { ...round, overAt: round.overAt ?? now });
};

/** The child has moved to another team, or one took over: what is not done is for the posts of that one. */
export const withActionsPassedOn = (matter: Matter, passedOn: DisputeRedirected): Matter => ({
  ...matter,
  actions: matter.actions.map((action) =>
    action.doneOn === null ? { ...action, askedOf: followedBy(action.askedOf, passedOn) } : action,
  ),
});

export const redirected = (matter: Matter, { to, clock, joins }: DisputeRedirected, now: Instant): Matter => {
  const round = currentRound(matter);
  if (clock === 'restarts') return withNextRound(matter, round, to, round.protocolVersion, now);
  const runsOn = {
    ...(joins === undefined || round.answeredAt !== null ? round : joinedIn(round, joins)),
    addressee: to,
  };
  return { ...replacingRound(matter, round.number, runsOn), asked: [...matter.asked, to] };
};

/** A team that takes the part of another over answers for that part too, and says that it has reached it. */
const joinedIn = (round: Round, team: string): Round => ({
  ...round,
  answers: round.answers.map((answer) => joinedBy(answer, team)),
  receipts: round.receipts.map((receipt) => joinedBy(receipt, team)),
});

/** An earlier answer that is accepted after all takes back the stage that runs. */
export const standingAt = (matter: Matter, standing: Standing, at: Instant): Matter => {
  const round = currentRound(matter);
  const recalledAt = recalledSince(round, standing, at);
  const runsAgain = recalledAt === null && round.recalledAt !== null;
  const frozenAt = runsAgain ? NOT_FROZEN : round.frozenAt;
  return replacingRound(matter, round.number, { ...round, recalledAt, frozenAt });
};

/** A date that is set anew and has not moved this time still says from where it moved last. */
export const setAnew = <Set extends { moved?: DateMoved }>(set: Set, before: Set | null): Set =>
  set.moved === undefined && before?.moved !== undefined ? { ...set, moved: before.moved } : set;

export const onRound = (state: DisputeState, number: number, change: (round: Round) => Round): DisputeState =>
  onMatter(state, (matter) => {
    const round = matter.rounds[number - 1];
    return round ? replacingRound(matter, number, change(round)) : matter;
  });

export const onCurrentRound = (state: DisputeState, change: (round: Round) => Round): DisputeState =>
  'matter' in state ? onRound(state, state.matter.rounds.length, change) : state;

export const replacingRound = (matter: Matter, number: number, round: Round): Matter => ({
  ...matter,
  rounds: matter.rounds.map((each) => (each.number === number ? round : each)),
});
