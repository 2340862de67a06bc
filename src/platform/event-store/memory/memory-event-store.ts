import type { Clock } from '../../clock/clock.js';
import { earlierAppend, lengthAt, writeDown } from '../append-rules.js';
import {
  type AppendResult,
  categoryOf,
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  PAGE_SIZE,
  type Position,
  type ReadAllOptions,
  type RecordedEvent,
  StoreUnavailable,
  type SubscribeOptions,
} from '../event-store.js';
import { asFirstRecorded } from '../first-recorded.js';
import { Bell, follow } from '../follow.js';
import { placeOf, positionAt } from '../positions.js';

/** The text of an event is kept, so that a reader who changes the object that it was given changes nothing here. */
interface Kept {
  readonly stream: string;
  readonly revision: number;
  readonly place: number;
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
  readonly recordedAt: string;
}

const LOOK_EVERY = 1_000;

/** The log in memory, for tests: everything the port promises, except that it ends with the process. */
export class MemoryEventStore implements EventStore {
  private readonly log: Kept[] = [];
  private readonly streams = new Map<string, Kept[]>();
  private readonly bell = new Bell();
  private readonly closing = new AbortController();

  constructor(private readonly clock: Clock) {}

  async append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendResult> {
    this.mustBeOpen();
    const written = writeDown(stream, events);
    const kept = this.streams.get(stream) ?? [];
    const actual: ExpectedRevision = kept.at(-1)?.revision ?? 'no_stream';
    const after = lengthAt(expected);
    const earlier = earlierAppend(stream, expected, actual, events, () => kept.slice(after, after + events.length));
    if (earlier !== undefined) return resultOf(earlier);
    const recordedAt = this.recordedNow();
    for (const event of written) {
      const added: Kept = { ...event, stream, revision: kept.length, place: this.log.length + 1, recordedAt };
      kept.push(added);
      this.log.push(added);
    }
    this.streams.set(stream, kept);
    this.bell.ring();
    return resultOf(kept.at(-1)!);
  }

  async read(stream: string, from = 0): Promise<RecordedEvent[]> {
    this.mustBeOpen();
    return (this.streams.get(stream) ?? []).slice(from).map(recorded);
  }

  async readAll(after: Position | undefined, options: ReadAllOptions = {}): Promise<RecordedEvent[]> {
    this.mustBeOpen();
    const { categories, limit = PAGE_SIZE } = options;
    const page: RecordedEvent[] = [];
    for (let place = placeOf(after); place < this.log.length && page.length < limit; place++) {
      const event = this.log[place]!;
      if (categories === undefined || categories.includes(categoryOf(event.stream))) page.push(recorded(event));
    }
    return page;
  }

  subscribe(after: Position | undefined, options: SubscribeOptions): AsyncIterable<RecordedEvent[]> {
    this.mustBeOpen();
    const signal = AbortSignal.any([options.signal, this.closing.signal]);
    return follow(this, after, { ...options, signal }, this.bell, LOOK_EVERY);
  }

  async head(): Promise<Position | undefined> {
    this.mustBeOpen();
    const last = this.log.at(-1);
    return last && positionAt(last.place);
  }

  certainHead(): Promise<Position | undefined> {
    return this.head();
  }

  async close(): Promise<void> {
    this.closing.abort();
  }

  /** The time now, but never earlier than the event before. */
  private recordedNow(): string {
    const now = this.clock.now();
    const before = this.log.at(-1)?.recordedAt ?? now;
    return now < before ? before : now;
  }

  private mustBeOpen(): void {
    if (this.closing.signal.aborted) throw new StoreUnavailable('The log has been closed.');
  }
}

const resultOf = ({ revision, place }: Kept): AppendResult => ({ revision, position: positionAt(place) });

const recorded = ({ place, data, metadata, ...event }: Kept): RecordedEvent =>
  asFirstRecorded({
    ...event,
    position: positionAt(place),
    data: JSON.parse(data),
    metadata: JSON.parse(metadata),
  });
