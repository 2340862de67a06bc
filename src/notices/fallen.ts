import type { Instant } from '../calendar/calendar.js';
import { endOfDay } from '../calendar/dates.js';
import type { ChallengeMeetingEvent } from '../challenge/events.js';
import type { CouncilCalendar } from '../calendar/council-calendar.js';
import type { Directory } from '../directory/directory.js';
import { disputeDecider } from '../disputes/decide.js';
import type { DisputeEvent } from '../disputes/events.js';
import { isAnswered } from '../disputes/time/standing.js';
import type { Clock } from '../platform/clock/clock.js';
import type { RecordedEvent } from '../platform/event-store/event-store.js';
import type { ReadModels } from '../platform/projections/projection.js';
import type { ProtocolLibrary } from '../protocol/protocol-library.js';
import { EVERYTHING } from '../reports/open-disputes/open-disputes.js';
import type { ReviewEvent } from '../reviews/events.js';
import type { RecommendationsEvent } from '../reviews/recommendations/events.js';
import type { Matter } from '../work/matter.js';
import { mattersOfMeetings } from '../work/matters-of-meetings.js';
import { mattersOfChecks, mattersOfRecommendations } from '../work/matters-of-reviews.js';
import { councilOf, mattersOfCases, mattersOfTheService } from '../work/open-matters.js';
import type { NoticeLine } from './events.js';
import { folded } from './folded.js';
import { RECOMMENDATIONS } from './told-of-recommendations.js';

export interface FallenParts {
  readonly readModels: ReadModels;
  readonly directory: Directory;
  readonly protocols: ProtocolLibrary;
  readonly calendar: CouncilCalendar;
  readonly clock: Clock;
}

/** Kinds of notice for what has fallen to somebody, because those whose it was have left or nobody holds their post. */
const KINDS = {
  'fill-vacancy': 'post-vacant',
  'choose-who-answers': 'choose-who-answers',
  'find-a-judge': 'find-a-judge',
  'hand-over': 'holder-has-left',
  'take-on': 'register-row-for-you',
  action: 'action-for-you',
  'decide-extension': 'extension-asked',
  'answer-request-to-read': 'reading-asked',
  'decide-on-disagreement': 'holder-has-left',
  'answer-check': 'holder-has-left',
  'decide-on-check': 'holder-has-left',
  'chase-cafcass': 'referral-fallen-to-you',
  'answer-cafcass': 'referral-fallen-to-you',
  'hold-meeting': 'meeting-fallen-to-you',
  'close-meeting': 'meeting-fallen-to-you',
  'fill-seat': 'meeting-fallen-to-you',
  'decide-item-again': 'meeting-fallen-to-you',
  'look-again-at-theme': 'meeting-fallen-to-you',
  'meeting-action': 'meeting-fallen-to-you',
} as const satisfies {
  readonly [What in Matter['what']]?: NoticeLine['kind'];
};

export type KindOfFallen = (typeof KINDS)[keyof typeof KINDS];

/** One person to whom a matter of a record has fallen. */
export interface FallenTo extends Pick<NoticeLine, 'about' | 'dueOn' | 'dueAt' | 'actionId'> {
  readonly kind: KindOfFallen;
  readonly what: Matter['what'];
  readonly person: string;
}

/**
 * The matters that have fallen to people, of one record or of all: as the list of work of each of them says it, so that nobody is told of
 * what is not in their list, and nothing falls to somebody who is not told.
 *
 * @param about reference of a dispute, of recommendations, of a check or of a meeting; null for all of them
 */
export const fallenIn = async (parts: FallenParts, about: string | null): Promise<FallenTo[]> => {
  const { readModels, directory } = parts;
  const [protocols, calendar] = [await parts.protocols.current(), await parts.calendar.current()];
  const reading = { readModels, directory, protocols, calendar, now: parts.clock.now() };
  if (about === null) {
    const council = councilOf(reading, EVERYTHING);
    // No message names a child by a record number.
    const told = mattersOfTheService(council).filter(({ shown: { reference } }) =>
      BESIDE_DISPUTES.some(({ prefix }) => reference.startsWith(prefix)),
    );
    return [...mattersOfCases(council), ...told].flatMap(fallenOf);
  }
  const beside = BESIDE_DISPUTES.find(({ prefix }) => about.startsWith(prefix));
  if (beside !== undefined)
    return beside
      .mattersOf(councilOf(reading))
      .filter(({ shown }) => shown.reference === about)
      .flatMap(fallenOf);
  return mattersOfCases(
    councilOf(reading, { sql: 'register.reference = :fallen', parameters: { fallen: about } }),
  ).flatMap(fallenOf);
};

/** Records beside disputes of which something can fall to others: by the beginning of their references. */
const BESIDE_DISPUTES = [
  { prefix: 'REC-', stream: 'recommendations', called: RECOMMENDATIONS, mattersOf: mattersOfRecommendations },
  { prefix: 'RVW-', stream: 'review', called: 'check', mattersOf: mattersOfChecks },
  { prefix: 'CM-', stream: 'challengeMeeting', called: 'meeting', mattersOf: mattersOfMeetings },
] as const;

/** The stream of a record of which something has fallen to others, and what it is called; of a dispute, its council’s word. */
export const fallenFrom = (about: string): { readonly stream: string; readonly called: string | null } => {
  const beside = BESIDE_DISPUTES.find(({ prefix }) => about.startsWith(prefix));
  return { stream: `${beside?.stream ?? 'dispute'}-${about}`, called: beside?.called ?? null };
};

const fallenOf = ({ what, hasFallen, shown, due, asked, actionId: of }: Matter): FallenTo[] => {
  // Of a row of a register nobody is told anything until it is taken on, but of a restricted one, which nobody else can find, whose it is.
  if (!hasFallen || !isOfKinds(what) || (!shown.takenOn && what !== 'take-on')) return [];
  const date = { dueOn: due.dueOn, dueAt: atAnHour(due) };
  const actionId = what === 'action' ? of : null;
  return asked.map(({ person }) => ({ kind: KINDS[what], what, person, about: shown.reference, actionId, ...date }));
};

const isOfKinds = (what: Matter['what']): what is keyof typeof KINDS => what in KINDS;

/** The hour of a date; null where it is a whole day. */
const atAnHour = ({ dueOn, dueAt }: Matter['due']): Instant | null =>
  dueOn === null || dueAt === endOfDay(dueOn) ? null : dueAt;

/** A person who says who reads a row of a register sees in the reply that it is theirs. */
const isOwnList = ({ what, person }: Pick<FallenTo, 'what' | 'person'>, since: RecordedEvent): boolean =>
  what === 'take-on' && since.type === 'DisputeRestricted' && since.metadata.actor.person === person;

const OF_THE_MEETING_ITSELF: readonly Matter['what'][] = ['hold-meeting', 'close-meeting', 'decide-item-again'];

/** A person who arranges or holds a meeting in the place of others, or draws a list of readers up, knows that it is theirs. */
export const isOwnDoing = (fallen: Pick<FallenTo, 'what' | 'person'>, since: RecordedEvent): boolean =>
  isOwnList(fallen, since) ||
  (OF_THE_MEETING_ITSELF.includes(fallen.what) && since.metadata.actor.person === fallen.person);

/** A person who leaves nobody on a list who answers sees in the reply that somebody is to be chosen. @param actor of the act that is looked at */
export const isOwnChoice = ({ what, person }: FallenTo, actor: string | undefined): boolean =>
  what === 'choose-who-answers' && person === actor;

/** By these something is asked of others than before, or anew. */
const ASKS_ANEW: readonly string[] = [
  'InformalDisputeRaised',
  'FormalDisputeRaised',
  'ImportedDisputeTakenOn',
  'AnswerGiven',
  'AnswerDeadlinePassed',
  'DisputeEscalated',
  'SentBack',
  'DisputeRedirected',
  'DisputeReopened',
  'NewDateGiven',
  'EntryTakenBack',
  'RecommendationsSent',
  'RecommendationsAnswerTakenBack',
  'CheckMovedToChild',
  'SeatsChanged',
  'MeetingBegun',
  'MeetingBegunTakenBack',
  'AgendaItemDecided',
  'AgendaItemDecisionTakenBack',
  'MeetingActionDoneTakenBack',
] satisfies (DisputeEvent | RecommendationsEvent | ReviewEvent | ChallengeMeetingEvent)['type'][];

/** By these an action goes to the posts of another team, who are told of it with that. */
const ACTIONS_PASS: readonly string[] = ['DisputeRedirected', 'DisputeMovedToChild'];

/** The event since which somebody is asked for what has fallen to them: of an action, that it was agreed, or that it went to them. */
export const askedOfThemSince = (
  { actionId }: Pick<FallenTo, 'actionId'>,
  since: RecordedEvent,
  history: readonly RecordedEvent[],
): RecordedEvent => {
  if (actionId === null) return since;
  const isAgreed = ({ type, data }: RecordedEvent): boolean =>
    type === 'ActionAgreed' && (data as { action?: { actionId?: string } }).action?.actionId === actionId;
  return history.findLast((event) => isAgreed(event) || ACTIONS_PASS.includes(event.type)) ?? since;
};

/** By these a dispute is with another IRO, or is to be held again: whatever else it asks, it is handed over once. */
const IS_HELD_SINCE: readonly string[] = [
  'InformalDisputeRaised',
  'FormalDisputeRaised',
  'ImportedDisputeTakenOn',
  'DisputeHandedOver',
  'DisputeMovedToChild',
  'DisputeReopened',
] satisfies DisputeEvent['type'][];

/** By these somebody has a referral to follow. */
const IS_WITH_CAFCASS: readonly string[] = ['ReferredToCafcass'] satisfies DisputeEvent['type'][];

/** By these something is asked that is no answer, judgement or decision. */
const ASKED_BY: { readonly [What in Matter['what']]?: readonly string[] } = {
  'hand-over': IS_HELD_SINCE,
  'take-on': ['DisputeImported', 'ImportedDisputeCorrected', 'DisputeRestricted'] satisfies DisputeEvent['type'][],
  'decide-extension': ['ExtensionAsked'] satisfies DisputeEvent['type'][],
  'answer-request-to-read': ['ReadingAskedFor'] satisfies DisputeEvent['type'][],
  'chase-cafcass': IS_WITH_CAFCASS,
  'answer-cafcass': IS_WITH_CAFCASS,
  // A list of readers, or a person named in it, that leaves nobody is news by itself; so is the team of another child.
  'choose-who-answers': [
    ...ASKS_ANEW,
    ...(['DisputeRestricted', 'DisputeMovedToChild'] satisfies DisputeEvent['type'][]),
  ],
};

/** The event since which a record asks what it asks: the person to whom it has fallen is told once for each of these. */
export const askedSince = (history: readonly RecordedEvent[], what: Matter['what']): RecordedEvent | undefined => {
  const types = ASKED_BY[what] ?? ASKS_ANEW;
  return history.findLast((event) => types.includes(event.type) && !isOneOfSeveral(event, history)) ?? history[0];
};

/** The answer of one of several who must answer asks nothing of anybody yet. */
const isOneOfSeveral = ({ type, data, revision }: RecordedEvent, history: readonly RecordedEvent[]): boolean => {
  if (type !== 'AnswerGiven') return false;
  const state = folded(disputeDecider, history.slice(0, revision + 1));
  const round = 'matter' in state ? state.matter.rounds.find(({ number }) => number === data.round) : undefined;
  return round !== undefined && !isAnswered(round);
};
