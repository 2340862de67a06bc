import type { RecordedEvent } from '../../platform/event-store/event-store.js';
import { readReference, referencesIn } from '../../platform/ids.js';
import { takenBackIn } from '../../platform/taking-back.js';
import type { DisputeEvent } from '../events.js';
import type { RedactedEntry } from './history-sentence.js';

/** Fields in which the program itself names other records: links to and from them, what is on record there, and advice that the same matter is open already. */
const NAME_OTHERS: readonly string[] = ['links', 'linkedFrom', 'cafcassBeside', 'advice', 'adviceGiven'];

/** References of the other records that are named anywhere in what is shown of one. */
export const othersNamedIn = (shown: object, itself: string): string[] =>
  [...new Set(referencesIn(JSON.stringify(shown)))].filter((reference) => reference !== itself);

/**
 * The same without some other records: that there is such a record, perhaps about the same child, is for those to know who may open
 * it. The texts of people are left as they wrote them.
 *
 * @param closed references of records that the reader may not open
 */
export const withoutOthers = <Shown extends object>(shown: Shown, closed: readonly string[]): Shown => {
  if (closed.length === 0) return shown;
  const names = (part: unknown): boolean =>
    referencesIn(JSON.stringify(part)).some((reference) => closed.includes(reference));
  const without = (part: unknown, key: string): unknown => {
    if (Array.isArray(part))
      return part.filter((each) => !NAME_OTHERS.includes(key) || !names(each)).map((each) => without(each, ''));
    if (typeof part === 'object' && part !== null)
      return Object.fromEntries(Object.entries(part).map(([each, value]) => [each, without(value, each)]));
    return typeof part === 'string' && closed.includes(readReference(part) ?? part) ? null : part;
  };
  return without(JSON.parse(JSON.stringify(shown)), '') as Shown;
};

/** References of the records to which this one was linked, also where the link was taken back. */
export const linkedInHistory = (events: readonly RecordedEvent[]): string[] =>
  events.flatMap((event) => linkIn(event) ?? []);

/**
 * Entries of a history that are hidden from a person who may not know of the other record: this one was linked to it, or that was taken back.
 * @param closed references of records that the reader may not open
 * @returns their revisions
 */
export const entriesUnseen = (events: readonly RecordedEvent[], closed: readonly string[]): ReadonlySet<number> => {
  const links = new Set(events.filter((event) => closed.includes(linkIn(event) ?? '')).map(({ revision }) => revision));
  const takingBack = events.filter((event) => {
    const taken = takenBackIn(event);
    return taken.length > 0 && taken.every((revision) => links.has(revision));
  });
  return new Set([...links, ...takingBack.map(({ revision }) => revision)]);
};

const linkIn = ({ type, data }: RecordedEvent): string | undefined =>
  type === 'DisputeLinked' ? (data as unknown as DisputeLinked).link.to : undefined;

type DisputeLinked = Extract<DisputeEvent, { type: 'DisputeLinked' }>['data'];

/**
 * A history as it would read if there were no such other records: who may not know of one is not told that this one repeats it.
 *
 * @param closed references of records that the reader may not open
 * @param hidden those of them of which the reader is not to know that they exist, whatever else they may see
 */
export const entriesWithoutOthers = (
  entries: readonly RedactedEntry[],
  closed: readonly string[],
  hidden: ReadonlySet<string>,
): readonly RedactedEntry[] =>
  withoutOthers(
    entries.map((entry) => withoutDuplicate(entry, hidden)),
    closed,
  );

const withoutDuplicate = (entry: RedactedEntry, hidden: ReadonlySet<string>): RedactedEntry => {
  const { duplicateOf = null } = (entry.data ?? {}) as { duplicateOf?: string | null };
  return duplicateOf !== null && hidden.has(duplicateOf)
    ? { ...entry, data: { ...entry.data, because: 'raised-in-error', duplicateOf: null } }
    : entry;
};
