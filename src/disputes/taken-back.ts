import { londonDate } from '../calendar/dates.js';
import { type Recorded } from '../platform/decider.js';
import { standingEntries } from '../platform/taking-back.js';
import { WAYS_BACK } from './acts/take-back-entry/ways-back.js';
import type { DisputeContext } from './context.js';
import { currentRound, type DisputeState, isFrozen, isPaused, notRaised } from './dispute.js';
import { evolve } from './fold/evolve.js';
import type { AnswerGiven, DisputeEvent, DisputeRedirected, RestatedAnswer } from './events.js';
import { passedOnTo, teamsAsked } from './teams-asked.js';
import { currentStage, THE_CLOCK, THE_PROGRAM } from './rules.js';
import { actionsGivenBack } from './time/actions-given-back.js';
import { answerDate } from './time/dates.js';
import { givenBackSince } from './time/given-back.js';
import { howItStands } from './time/late.js';
import { answering, stageOfRound, standingOf } from './time/standing.js';
import type { ProtocolBook } from '../protocol/protocol.js';

/*
 * The entries that count no more when one is taken back: the entry itself, those recorded with it by the same act, and those that the program
 * has recorded since, because of the dates that the entry set.
 */

/** An entry of the history of a dispute. */
export interface Entry {
  /** Its place in the history, from 0. */
  readonly revision: number;
  readonly event: Recorded<DisputeEvent>;
}

/** The entries that count, in order. */
export const entriesOf = ({ story = [] }: DisputeState): Entry[] => standingEntries(story);

const isByTheClock = ({ event: { metadata } }: Entry): boolean =>
  metadata.actor.role === null && metadata.actor.person === THE_CLOCK.person;

/** The events that the clock records by itself, because of a date of the stage that runs. */
const BY_ITSELF: readonly DisputeEvent['type'][] = [
  'AnswerDeadlinePassed',
  'ReceiptDeadlinePassed',
  'AnswerChased',
  'DisputeEscalated',
  'AnswerDeadlineSet',
  'ReceiptDeadlineSet',
];

/** Days that were given back because a mistake was taken back: they came of that, and nobody decided on them. */
export const isGivenBack = ({ event: { type, metadata } }: Entry, entries: readonly Entry[]): boolean =>
  type !== 'EntryTakenBack' &&
  entries.some(({ event }) => event.type === 'EntryTakenBack' && event.metadata.commandId === metadata.commandId);

/** The entries that came by the same act. An earlier date may come with the raising, which stays. */
const cameWith = (entry: Entry, entries: readonly Entry[]): Entry[] => {
  const { commandId } = entry.event.metadata;
  const sameAct = entries.filter(({ event }) => event.metadata.commandId === commandId);
  if (entry.event.type !== 'EarlierDateAsked') return sameAct;
  const isItsDate = ({ event }: Entry): boolean =>
    event === entry.event || (event.type === 'AnswerDeadlineSet' && event.data.why === 'earlier-date-asked');
  return sameAct.filter(isItsDate);
};

/** The entries that the program recorded after an entry that is on the way, because of what that set. */
const followedByItself = (entry: Entry, entries: readonly Entry[]): Entry[] => {
  const later = entries.filter(({ revision }) => revision > entry.revision);
  const moved = STEPS.includes(entry.event.type)
    ? later.filter(isMoveByItself).flatMap((each) => cameWith(each, later))
    : [];
  return later.filter((each) => (isByTheClock(each) && BY_ITSELF.includes(each.event.type)) || moved.includes(each));
};

/** By these others are asked. */
const STEPS: readonly DisputeEvent['type'][] = ['DisputeEscalated', 'SentBack', 'DisputeRedirected'];

/** The child went to another team during that stage, whose own posts were asked then: the stage that stands again asks its own. */
const isMoveByItself = ({ event: { type, metadata } }: Entry): boolean =>
  type === 'DisputeRedirected' && metadata.actor.role === null && metadata.actor.person === THE_PROGRAM.person;

/** The days that were given back in what followed from an entry on the way. */
const givenBackLater = (entry: Entry, entries: readonly Entry[]): Entry[] =>
  entries.filter(
    (each) => each.revision > entry.revision && isGivenBack(each, entries) && each.event.type !== 'ActionDateMoved',
  );

const isOnTheWay = ({ event }: Entry): boolean => 'isOnTheWay' in WAYS_BACK[event.type];

/** All that counts no more once an entry is taken back; the entry itself comes first. */
export const takenBackWith = (entry: Entry, entries: readonly Entry[]): Entry[] => [
  entry,
  ...cameWith(entry, entries).filter((each) => each !== entry),
  ...(isOnTheWay(entry) ? [...followedByItself(entry, entries), ...givenBackLater(entry, entries)] : []),
];

/**
 * Where several must answer the same stage, each post or team for its own, the answer of one does not come of that of another, nor of
 * its passing its own part on.
 */
const isBeside = ({ event: later }: Entry, { event }: Entry): boolean => {
  if (event.type === 'AnswerGiven' && later.type === 'AnswerGiven')
    return later.data.round === event.data.round && !isForTheSame(later.data, event.data);
  if (event.type === 'AnswerGiven' && later.type === 'DisputeRedirected')
    return isForOthers(event.data, later.data) && staysAsked(event.data, later.data);
  if (event.type === 'DisputeRedirected' && later.type === 'AnswerGiven') return isForOthers(later.data, event.data);
  return false;
};

/** It is for teams, and not for the one to which a part was passed on. */
const isForOthers = ({ forTeams }: Pick<AnswerGiven, 'forTeams'>, passedOn: DisputeRedirected): boolean => {
  const team = passedOnTo(passedOn);
  return forTeams !== undefined && team !== null && !forTeams.includes(team);
};

const isForTheSame = (
  one: Pick<AnswerGiven, 'role' | 'forTeams'>,
  other: Pick<AnswerGiven, 'role' | 'forTeams'>,
): boolean =>
  one.role === other.role && (one.forTeams?.some((team) => other.forTeams?.includes(team) === true) ?? true);

/** The teams for which it was answered are not those whose part was passed on. */
const staysAsked = ({ forTeams = [] }: Pick<AnswerGiven, 'forTeams'>, { to }: DisputeRedirected): boolean =>
  forTeams.every((team) => teamsAsked(to).includes(team));

/** The next entry on the way that somebody has recorded since; undefined if the given entry is not on the way. */
export const builtOn = (entry: Entry, entries: readonly Entry[]): Entry | undefined =>
  isOnTheWay(entry)
    ? entries.find(
        (each) =>
          each.revision > entry.revision &&
          isOnTheWay(each) &&
          !isGivenBack(each, entries) &&
          !isBeside(each, entry) &&
          each.event.metadata.actor.role !== null &&
          each.event.metadata.commandId !== entry.event.metadata.commandId,
      )
    : undefined;

type TakenBack = Extract<DisputeEvent, { type: 'EntryTakenBack' }>;

/** @param by person id of the one because of whom the program takes it back; null where whoever acts does */
export const takenBack = (entries: readonly Entry[], reason: string, by: string | null = null): TakenBack => ({
  type: 'EntryTakenBack',
  data: { revisions: entries.map(({ revision }) => revision), reason, ...(by === null ? {} : { by }) },
});

/**
 * The answers of others to the same stage stay. Whether one of them made the answer of the stage whole is said anew, as it is without what is
 * taken back.
 */
export const leavingOthersAnswers = (
  recorded: TakenBack,
  state: DisputeState,
  { protocols }: Pick<DisputeContext, 'protocols'>,
): TakenBack => {
  const { revisions } = recorded.data;
  const restated: NonNullable<TakenBack['data']['restated']> = [];
  let before: DisputeState = notRaised;
  for (const { revision, event } of entriesOf(state)) {
    if (revisions.includes(revision)) continue;
    const otherwise = revision > Math.min(...revisions) ? saidOtherwise(event, before, protocols) : undefined;
    if (otherwise !== undefined) restated.push({ revision, data: otherwise });
    before = evolve(before, otherwise === undefined ? event : withData(event, otherwise));
  }
  return restated.length === 0 ? recorded : { ...recorded, data: { ...recorded.data, restated } };
};

/** The fields in which an answer says otherwise by now how far it answers the stage; undefined where none does. */
const saidOtherwise = (
  event: Recorded<DisputeEvent>,
  before: DisputeState,
  protocols: ProtocolBook,
): RestatedAnswer | undefined => {
  const round =
    'matter' in before && event.type === 'AnswerGiven' ? before.matter.rounds[event.data.round - 1] : undefined;
  if (event.type !== 'AnswerGiven' || round === undefined) return undefined;
  const { role, forTeams = [], inRegister } = event.data;
  if (inRegister !== undefined) return undefined;
  const {
    role: _role,
    forTeams: _forTeams,
    ...said
  } = answering(role, forTeams, round, stageOfRound(round, protocols));
  if (said.complete === event.data.complete && said.receivedByAll === event.data.receivedByAll) return undefined;
  const after = evolve(before, withData(event, said));
  return after.status === 'open' ? { ...said, standing: standingOf(after.matter, protocols) } : said;
};

const withData = (event: Recorded<DisputeEvent>, data: RestatedAnswer): Recorded<DisputeEvent> =>
  ({ ...event, data: { ...event.data, ...data } }) as Recorded<DisputeEvent>;

/** A dispute as it is once an event is on record. */
export const after = (state: DisputeState, event: DisputeEvent, { actor, now }: DisputeContext): DisputeState =>
  evolve(state, { ...event, metadata: { ...OF_NO_COMMAND, actor, occurredAt: now } });

const OF_NO_COMMAND = {
  ...{ commandId: '', commandDigest: '', $correlationId: '', $causationId: '' },
  schemaVersion: 1,
} as const;

/**
 * The days since a mistake that those who must answer now could not use, because nobody asked them. Nobody is late for somebody else’s
 * mistake; what was late before it stays late.
 */
export const daysGivenBack = (
  state: DisputeState,
  mistake: Entry,
  reason: string,
  context: DisputeContext,
): DisputeEvent[] => {
  if (state.status !== 'open' || isFrozen(state.matter)) return [];
  const { matter } = state;
  const round = currentRound(matter);
  const { occurredAt } = mistake.event.metadata;
  const wasInTime = howItStands(answerDate(round, matter), occurredAt) === 'due';
  const stage = currentStage(matter, context);
  if (!wasInTime || isPaused(round) || stage.clock.unit === 'meeting') return [];
  return givenBackSince(londonDate(occurredAt), round, stage, reason, context);
};

/**
 * The days of agreed actions that a mistake kept from those who do them: of a dispute that was withdrawn or void, of an action that was marked
 * as done, or that went with an answer that was accepted no more.
 */
export const daysOfActionsGivenBack = (
  state: DisputeState,
  { event }: Entry,
  reason: string,
  context: DisputeContext,
): DisputeEvent[] => {
  if (!('matter' in state) || isFrozen(state.matter)) return [];
  const { actions } = state.matter;
  const since = londonDate(event.metadata.occurredAt);
  return actionsGivenBack(
    since,
    { actions: actions.filter(({ actionId }) => keptAway(event, actionId)) },
    reason,
    context,
  );
};

const keptAway = ({ type, data }: DisputeEvent, actionId: string): boolean => {
  if (type === 'DisputeWithdrawn' || type === 'DisputeVoided') return true;
  if (type === 'ActionDone') return data.actionId === actionId;
  return type === 'AnswerRejected' && (data.actionsWithdrawn ?? []).includes(actionId);
};
