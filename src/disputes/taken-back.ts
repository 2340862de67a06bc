import { londonDate } from '../calendar/dates.js';
import { type Recorded } from '../platform/decider.js';
import { standing } from '../platform/taking-back.js';
import { WAYS_BACK } from './acts/take-back-entry/ways-back.js';
import type { DisputeContext } from './context.js';
import { currentRound, type DisputeState, isFrozen, isPaused } from './dispute.js';
import { evolve } from './fold/evolve.js';
import type { DisputeEvent } from './events.js';
import { currentStage, THE_CLOCK, THE_PROGRAM } from './rules.js';
import { actionsGivenBack } from './time/actions-given-back.js';
import { answerDate } from './time/dates.js';
import { givenBackSince } from './time/given-back.js';
import { howItStands } from './time/late.js';

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
export const entriesOf = ({ story = [] }: DisputeState): Entry[] => {
  const counting = new Set(standing(story));
  return story.flatMap((event, revision) => (counting.has(event) ? [{ revision, event }] : []));
};

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

/** The next entry on the way that somebody has recorded since; undefined if the given entry is not on the way. */
export const builtOn = (entry: Entry, entries: readonly Entry[]): Entry | undefined =>
  isOnTheWay(entry)
    ? entries.find(
        (each) =>
          each.revision > entry.revision &&
          isOnTheWay(each) &&
          !isGivenBack(each, entries) &&
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
