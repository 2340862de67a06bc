import type { Instant } from '../calendar/calendar.js';
import { endOfDay } from '../calendar/dates.js';
import type { CouncilCalendar } from '../calendar/council-calendar.js';
import type { Directory } from '../directory/directory.js';
import type { DisputeEvent } from '../disputes/events.js';
import type { Clock } from '../platform/clock/clock.js';
import type { RecordedEvent } from '../platform/event-store/event-store.js';
import type { ReadModels } from '../platform/projections/projection.js';
import type { ProtocolLibrary } from '../protocol/protocol-library.js';
import { EVERYTHING } from '../reports/open-disputes/open-disputes.js';
import type { RecommendationsEvent } from '../reviews/recommendations/events.js';
import type { Matter } from '../work/matter.js';
import { mattersOfRecommendations } from '../work/matters-of-reviews.js';
import { councilOf, mattersOfCases } from '../work/open-matters.js';
import type { NoticeLine } from './events.js';

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
  'hand-over': 'holder-has-left',
  'decide-on-disagreement': 'holder-has-left',
} as const satisfies {
  readonly [What in Matter['what']]?: NoticeLine['kind'];
};

export type KindOfFallen = (typeof KINDS)[keyof typeof KINDS];

/** One person to whom a matter of a dispute, or of a review's recommendations, has fallen. */
export interface FallenTo extends Pick<NoticeLine, 'about' | 'dueOn' | 'dueAt'> {
  readonly kind: KindOfFallen;
  readonly person: string;
}

/**
 * The matters that have fallen to people, of one record or of all: as the list of work of each of them says it, so that nobody is told of
 * what is not in their list, and nothing falls to somebody who is not told.
 *
 * @param about reference of a dispute or of recommendations; null for all of them
 */
export const fallenIn = async (parts: FallenParts, about: string | null): Promise<FallenTo[]> => {
  const { readModels, directory } = parts;
  const [protocols, calendar] = [await parts.protocols.current(), await parts.calendar.current()];
  const reading = { readModels, directory, protocols, calendar, now: parts.clock.now() };
  if (about === null) {
    const council = councilOf(reading, EVERYTHING);
    return [...mattersOfCases(council), ...mattersOfRecommendations(council)].flatMap(fallenOf);
  }
  if (isOfRecommendations(about))
    return mattersOfRecommendations(councilOf(reading))
      .filter(({ shown }) => shown.reference === about)
      .flatMap(fallenOf);
  return mattersOfCases(
    councilOf(reading, { sql: 'register.reference = :fallen', parameters: { fallen: about } }),
  ).flatMap(fallenOf);
};

/** By its reference. */
export const isOfRecommendations = (about: string): boolean => about.startsWith('REC-');

const fallenOf = ({ what, hasFallen, shown, due, asked }: Matter): FallenTo[] => {
  if (!hasFallen || !isOfKinds(what)) return [];
  const date = { dueOn: due.dueOn, dueAt: atAnHour(due) };
  return asked.map(({ person }) => ({ kind: KINDS[what], person, about: shown.reference, ...date }));
};

const isOfKinds = (what: Matter['what']): what is keyof typeof KINDS => what in KINDS;

/** The hour of a date; null where it is a whole day. */
const atAnHour = ({ dueOn, dueAt }: Matter['due']): Instant | null =>
  dueOn === null || dueAt === endOfDay(dueOn) ? null : dueAt;

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
  'DisputeHandedOver',
  'DisputeReopened',
  'NewDateGiven',
  'EntryTakenBack',
  'RecommendationsSent',
  'RecommendationsAnswerTakenBack',
] satisfies (DisputeEvent | RecommendationsEvent)['type'][];

/** The event since which a record asks what it asks: the person to whom it has fallen is told once for each of these. */
export const askedSince = (history: readonly RecordedEvent[]): RecordedEvent | undefined =>
  history.findLast(({ type }) => ASKS_ANEW.includes(type)) ?? history[0];
