import type { Instant, LocalDate } from '../calendar/calendar.js';
import { addDays, londonDate, startOfDay } from '../calendar/dates.js';
import { withSocialWorker } from '../directory/as-before.js';
import { begunBy, type ChildState } from '../directory/child.js';
import type { Directory } from '../directory/directory.js';
import type { SocialWorkerNamed } from '../directory/events.js';
import { disputeDecider } from '../disputes/decide.js';
import type { DisputeState } from '../disputes/dispute.js';
import type { EventStore, RecordedEvent } from '../platform/event-store/event-store.js';
import type { ReadModels } from '../platform/projections/projection.js';
import type { ProtocolLibrary } from '../protocol/protocol-library.js';
import { recommendationsDecider, recommendationsStream } from '../reviews/recommendations/recommendations.js';
import { askedByTheChange, askedInADispute, asTold, type DirectoryChange } from './asked-in-a-dispute.js';
import { folded } from './folded.js';
import type { NoticeKind } from './kinds.js';
import type { Addressed } from './recipients.js';
import { tellsOf } from './table/table.js';
import { askedByRecommendations } from './told-of-recommendations.js';

export interface WorkerParts {
  readonly store: EventStore;
  readonly readModels: ReadModels;
  readonly directory: Directory;
  readonly protocols: ProtocolLibrary;
}

/** Another social worker of a child, from a day on which it is looked who is asked by that. */
export interface AnotherWorker {
  readonly child: string;
  /** Person ids; null for nobody. */
  readonly worker: string | null;
  readonly before: string | null;
  readonly on: LocalDate;
  /** Records are looked at as they stood before this moment; null for as they stand. */
  readonly asAt: Instant | null;
}

/** The social worker whom an event names, where they are so by that day already; undefined where that is still to come. */
export const namedBy = (
  { socialWorker, from }: SocialWorkerNamed,
  child: string,
  before: ChildState | null,
  on: LocalDate,
): AnotherWorker | undefined =>
  from !== null && from > on
    ? undefined
    : {
        ...{ child, worker: socialWorker, on, asAt: null },
        before: begunBy(before?.socialWorkers ?? [], on).at(-1)?.socialWorker ?? null,
      };

/**
 * A child's social worker is asked in person: with another, what is asked of the worker is asked of somebody else, and so is the copy. The
 * new one hears of each record; the old one of each in which something was asked.
 */
export const toldOfAnotherWorker = async (
  { child, worker, before, on, asAt }: AnotherWorker,
  { store, readModels, directory, protocols }: WorkerParts,
): Promise<Addressed[]> => {
  const change: DirectoryChange = {
    before: withSocialWorker(directory, child, before),
    after: withSocialWorker(directory, child, worker),
    on,
  };
  const read = async (stream: string): Promise<RecordedEvent[]> =>
    (await store.read(stream)).filter(({ recordedAt }) => asAt === null || recordedAt < asAt);
  const told: Addressed[] = [];
  const rules = await protocols.current();
  const row = { news: noticesTo('works-with-the-child'), ends: noticesTo('worked-with-the-child') };
  for (const reference of disputesAbout(readModels, child)) {
    const state: DisputeState = folded(disputeDecider, await read(`dispute-${reference}`));
    told.push(...asTold(askedByTheChange(askedInADispute(state, rules), change, state), row));
  }
  for (const reference of recommendationsAbout(readModels, child)) {
    const state = folded(recommendationsDecider, await read(recommendationsStream(reference)));
    const wanted = state === null ? [] : askedByRecommendations(state);
    told.push(...asTold(askedByTheChange(wanted, change, null), row));
  }
  return told;
};

/** As the row of the table has it. */
const noticesTo = (whom: 'works-with-the-child' | 'worked-with-the-child'): NoticeKind[] =>
  tellsOf('child', 'SocialWorkerNamed')
    .filter(({ to }) => to === whom)
    .map(({ notice }) => notice);

/** Open, or with an action that is still to be done. */
const disputesAbout = (readModels: ReadModels, child: string): string[] =>
  readModels
    .all<{ reference: string }>(
      `SELECT DISTINCT register.reference FROM dispute_register AS register JOIN case_children AS named USING (reference)
        WHERE named.child = :child AND register.taken_on AND register.kind <> 'conversation'
          AND (register.status = 'open' OR register.actions_outstanding > 0) ORDER BY register.reference`,
      { child },
    )
    .map(({ reference }) => reference);

const recommendationsAbout = (readModels: ReadModels, child: string): string[] =>
  readModels
    .all<{ reference: string }>(
      `SELECT reference FROM recommendations WHERE child = :child AND standing = 'awaiting-answer' ORDER BY reference`,
      { child },
    )
    .map(({ reference }) => reference);

/** Days for which it is looked whether people have been told of a worker, where the program was not running on the first of them. */
const LATELY = 7;

/** A social worker who was named ahead of the day from which they are so. */
export interface WorkerBegun extends AnotherWorker {
  readonly from: LocalDate;
}

/** The first day of a social worker who was named before is no event. @param began the moment before which nobody is told anything */
export const workersBegun = (readModels: ReadModels, began: Instant, now: Instant): WorkerBegun[] => {
  const today = londonDate(now);
  const since = [londonDate(began), addDays(today, -LATELY)].sort().at(-1)!;
  return readModels
    .all<{ child: string; worker: string | null; before: string | null; from: LocalDate }>(
      `SELECT named.child, named.worker, earlier.worker AS before, named."from" FROM child_workers AS named
         LEFT JOIN child_workers AS earlier ON earlier.child = named.child AND earlier.number = named.number - 1
        WHERE named."from" > :since AND named."from" <= :today ORDER BY named.child, named.number`,
      { since, today },
    )
    .map((each) => ({ ...each, on: today, asAt: startOfDay(each.from) }));
};

/** The event by which a worker was named, if that was before their first day: one of the day itself is told with that. */
export const namedAhead = (history: readonly RecordedEvent[], { from }: WorkerBegun): RecordedEvent | undefined => {
  const event = history.findLast(({ type, data }) => type === 'SocialWorkerNamed' && data.from === from);
  return event !== undefined && londonDate(event.recordedAt) < from ? event : undefined;
};
