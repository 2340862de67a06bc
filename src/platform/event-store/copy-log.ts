import { createHash } from 'node:crypto';
import {
  type AppendsInOrder,
  AppendTooLarge,
  type AppendToStream,
  categoryOf,
  type EventStore,
  type ExpectedRevision,
  type Position,
  type RecordedEvent,
  RepeatedInPart,
  WrongExpectedRevision,
} from './event-store.js';
import { eventsOf } from './events-of.js';
import { toBeCopied } from './first-recorded.js';

export interface LogCopied {
  /** Events in the log, which is the number in either log. */
  readonly events: number;
  /** Those of them that this run has copied; the others were there from an earlier run. */
  readonly copied: number;
  /** SHA-256 over everything every event says but its position, in hexadecimal; worked out of either log and the same. */
  readonly digest: string;
}

export interface CopyProgress {
  readonly step: 'comparing what is there' | 'copying' | 'proving';
  /** Events done in this step. */
  readonly events: number;
}

/** The target is not, and cannot be made, a copy of the source. */
export class CopyRefused extends Error {
  override readonly name = 'CopyRefused';
}

/** Appends that go over together, where the target can take several in one commit. */
const APPENDS_TOGETHER = 500;

/**
 * Copies a log into an empty one, append by append in the order of the whole log, then reads both from the first event to the last
 * and compares them. A run that was cut short, at any moment, is continued by the next: what is there must be the beginning of the
 * source, event by event, and an append that got in unseen is recognised by its ids.
 *
 * @throws CopyRefused where the target holds anything else, the source has changed meanwhile, or the two are not the same at the end
 * @throws StoreUnavailable where one of them is away: run it again
 */
export const copyLog = async (
  source: EventStore,
  target: EventStore & Partial<AppendsInOrder>,
  onProgress: (progress: CopyProgress) => void = () => {},
): Promise<LogCopied> => {
  const head = await source.head();
  const told = (step: CopyProgress['step']) => (events: number) => onProgress({ step, events });
  const there = await compare(source, target, head, told('comparing what is there'));
  if (there.rest === 'target') throw new CopyRefused(MORE_THAN_THE_SOURCE);
  let copied = 0;
  const appends = appendsOf(upTo(head, eventsOf(source, undefined, there.last)));
  for await (const together of inGroups(appends, target.appendInOrder === undefined ? 1 : APPENDS_TOGETHER)) {
    await appendAll(target, together);
    copied += together.reduce((events, append) => events + append.length, 0);
    told('copying')(copied);
  }
  const proof = await compare(source, target, head, told('proving'));
  if ((await source.head()) !== head) throw new CopyRefused(CHANGED);
  if (proof.rest === 'target') throw new CopyRefused(MORE_THAN_THE_SOURCE);
  if (proof.rest === 'source')
    throw new CopyRefused(`The copy ends after ${proof.events} events, the source does not.`);
  return { events: proof.events, copied, digest: proof.digest };
};

/** In one commit where the target can; else, and where one of them is too large, one after the other. */
const appendAll = async (
  target: EventStore & Partial<AppendsInOrder>,
  appends: readonly (readonly RecordedEvent[])[],
): Promise<void> => {
  try {
    if (target.appendInOrder !== undefined) return await target.appendInOrder(appends.map(asAppended));
  } catch (error) {
    if (!(error instanceof AppendTooLarge)) throw asRefused(error);
  }
  for (const append of appends) await appendTo(target, append);
};

/** With the ids and the expected revision that every run takes, so that an append whose answer was lost is recognised. */
const asAppended = (events: readonly RecordedEvent[]): AppendToStream => {
  const [{ stream, revision }] = events as [RecordedEvent];
  const expected: ExpectedRevision = revision === 0 ? 'no_stream' : revision - 1;
  return { stream, expected, events: events.map(toBeCopied) };
};

/** An append that was just within the limit goes event by event, since the time that each carries makes it longer. */
const appendTo = async (target: EventStore, events: readonly RecordedEvent[]): Promise<void> => {
  const append = asAppended(events);
  try {
    await target.append(append.stream, append.expected, append.events);
  } catch (error) {
    if (error instanceof AppendTooLarge && events.length > 1)
      for (const event of events) await appendTo(target, [event]);
    else throw asRefused(error);
  }
};

const asRefused = (error: unknown): unknown =>
  error instanceof WrongExpectedRevision || error instanceof RepeatedInPart
    ? new CopyRefused(WRITTEN_TO_MEANWHILE, { cause: error })
    : error;

const MORE_THAN_THE_SOURCE =
  'The target holds events that the source does not. Copy into an empty log, or into one that an earlier run has begun to fill.';
const WRITTEN_TO_MEANWHILE = 'Something else writes to the target. Stop it, and copy into an empty log.';
const CHANGED =
  'The source has changed while it was copied. Stop everything that writes to it, then run this again: it continues where it is.';

interface Comparison {
  /** Events that both hold, from the first one on. */
  readonly events: number;
  /** Position of the last of them in the source. */
  readonly last: Position | undefined;
  readonly digest: string;
  /** The log that goes on after that. */
  readonly rest: 'source' | 'target' | 'neither';
}

/** Reads both in step until one ends. @throws CopyRefused at the first event in which they differ */
const compare = async (
  source: EventStore,
  target: EventStore,
  head: Position | undefined,
  onProgress: (events: number) => void,
): Promise<Comparison> => {
  const [ofSource, ofTarget] = [createHash('sha256'), createHash('sha256')];
  const copies = eventsOf(target);
  let events = 0;
  let last: Position | undefined;
  const until = (rest: Comparison['rest']): Comparison => {
    const [digest, copy] = [ofSource.digest('hex'), ofTarget.digest('hex')];
    if (digest !== copy) throw new CopyRefused('The two logs do not come to the same digest.');
    return { events, last, digest, rest };
  };
  for await (const event of upTo(head, eventsOf(source))) {
    const copy = await copies.next();
    if (copy.done) return until('source');
    const [written, found] = [lineOf(event), lineOf(copy.value)];
    if (written !== found) throw new CopyRefused(differenceAt(events, event, copy.value));
    ofSource.update(written);
    ofTarget.update(found);
    last = event.position;
    onProgress(++events);
  }
  return until((await copies.next()).done ? 'neither' : 'target');
};

/** Without an event's text, and without the name of its stream, which may say whose it is. */
const differenceAt = (before: number, event: RecordedEvent, copy: RecordedEvent): string =>
  `The target is no copy of the source: event ${before + 1} is ${inWords(event)} in the source and ${inWords(copy)} in the ` +
  'target, or they say different things. Copy into an empty log.';

const inWords = ({ stream, revision, type }: RecordedEvent): string =>
  `${type}, revision ${revision} of a stream of ${categoryOf(stream)},`;

const lineOf = ({ stream, revision, id, type, data, metadata, recordedAt }: RecordedEvent): string =>
  `${JSON.stringify([stream, revision, id, type, data, metadata, recordedAt])}\n`;

/** The events up to the one that was the last when the copying began. */
async function* upTo(head: Position | undefined, events: AsyncIterable<RecordedEvent>): AsyncGenerator<RecordedEvent> {
  if (head === undefined) return;
  for await (const event of events) {
    if (event.position > head) return;
    yield event;
  }
}

/** So many in turn; the last group may have fewer. */
async function* inGroups<Item>(items: AsyncIterable<Item>, most: number): AsyncGenerator<Item[]> {
  let group: Item[] = [];
  for await (const item of items) {
    group.push(item);
    if (group.length < most) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

/** Events that were appended together are appended together again: those of one command to one stream, in a row. */
async function* appendsOf(events: AsyncIterable<RecordedEvent>): AsyncGenerator<RecordedEvent[]> {
  let append: RecordedEvent[] = [];
  for await (const event of events) {
    const [first] = append;
    if (first && (first.stream !== event.stream || first.metadata.commandId !== event.metadata.commandId)) {
      yield append;
      append = [];
    }
    append.push(event);
  }
  if (append.length > 0) yield append;
}
