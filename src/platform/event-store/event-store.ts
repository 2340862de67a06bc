/**
 * The log, as the rest of the program sees it: five operations, and every adapter passes the same contract suite.
 * Nothing is ever appended blind: the writer always says which revision it has read.
 */

/** The place of an event in the whole log. Opaque; two positions of one store compare as strings, later is greater. */
export type Position = string & { readonly __position: never };

/** Revision of the last event a writer has seen in a stream (the first event is 0), or `no_stream` for a new one. */
export type ExpectedRevision = number | 'no_stream';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined };
export type JsonObject = { [key: string]: Json | undefined };

/** What stands in the place of a person where nobody was named at the command line. */
export const NOBODY_NAMED = 'command-line';

/** The actor: the person, the post held at the time, and for whom if not for themselves. Ids only, never a name. */
export interface Actor {
  /** Id of the person, of the program, or `command-line`. */
  readonly person: string;
  /** Id of the post from which the person acted; null for programs and the command line. */
  readonly post: string | null;
  /** Kind of that post, for example `iro` or `team-manager`. */
  readonly role: string | null;
  readonly team?: string;
  /** Id of the person on whose behalf: a covering IRO, business support entering for an IRO. */
  readonly actingFor?: string;
}

/** The same on every event. `$correlationId` and `$causationId` are the names EventStoreDB's own tooling knows. */
export interface EventMetadata {
  readonly commandId: string;
  /** SHA-256 of the command, so that the same id with another body is noticed. */
  readonly commandDigest: string;
  readonly $correlationId: string;
  readonly $causationId: string;
  readonly actor: Actor;
  /** The moment at which it happened (ISO instant, UTC); a worker may enter it late. Quarters are counted by the facts in the data. */
  readonly occurredAt: string;
  readonly schemaVersion: number;
}

export interface EventToAppend<Type extends string = string, Data = JsonObject> {
  /** UUIDv5 of the stream, the command and the event's place in it, so that a repeated append is recognised. */
  readonly id: string;
  readonly type: Type;
  readonly data: Data;
  readonly metadata: EventMetadata;
}

export interface RecordedEvent<Type extends string = string, Data = JsonObject> extends EventToAppend<Type, Data> {
  /** `category-id`; the category has no dash. */
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  /** The moment at which the store learned of it (ISO instant, UTC). */
  readonly recordedAt: string;
}

export interface AppendResult {
  /** Revision of the last event appended. */
  readonly revision: number;
  /** Position of the last event appended: give it to a reader to make it wait for this write. */
  readonly position: Position;
}

export interface EventStore {
  /**
   * Appends all events or none. Repeating the very same append (same ids, same expected revision) returns the first result.
   * @throws WrongExpectedRevision when the stream is not where the writer believes it to be
   * @throws AppendTooLarge when the events together exceed {@link MAXIMUM_APPEND_BYTES}
   * @throws RepeatedInPart when some, but not all, of the ids are already in the stream at these revisions
   * @throws StoreUnavailable when the outcome is unknown: read back before answering
   * @throws RangeError for a mistake of the caller: no events, or a stream that is not named `category-id`
   */
  append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendResult>;

  /** The events of one stream in order; none if it does not exist. */
  read(stream: string, from?: number): Promise<RecordedEvent[]>;

  /** The next page of the whole log after a position, in order. An empty page means: the end. */
  readAll(after: Position | undefined, options?: ReadAllOptions): Promise<RecordedEvent[]>;

  /** Pages of events after a position, then new ones as they come, until the signal is aborted. Never an empty page. */
  subscribe(after: Position | undefined, options: SubscribeOptions): AsyncIterable<RecordedEvent[]>;

  /** Position of the newest event, or undefined for an empty log. */
  head(): Promise<Position | undefined>;

  /**
   * How far the log has come, for certain: whatever was acknowledged to anybody before the call is at or before this position, and every
   * reading of this store that begins after the answer shows as much. {@link head} and readings may be a moment behind where several
   * nodes keep the log. It may cost a round trip to most nodes: for what rests on it, such as a refusal, not for every reading.
   * @throws StoreUnavailable when nobody can say it
   */
  certainHead(): Promise<Position | undefined>;

  close(): Promise<void>;
}

/** One append among several, by the rules of {@link EventStore.append}. */
export interface AppendToStream {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly EventToAppend[];
}

/** A further ability of a log, for a writer with many appends that must follow each other in the whole log: copies. */
export interface AppendsInOrder {
  /**
   * Appends all of them in this order, or none: the first one that is refused says why. An append that was made before is passed over.
   * @throws what {@link EventStore.append} throws
   */
  appendInOrder(appends: readonly AppendToStream[]): Promise<void>;
}

export interface ReadAllOptions {
  /** Only events of streams of these categories. */
  readonly categories?: readonly string[];
  /** Events a page; {@link PAGE_SIZE} unless told. */
  readonly limit?: number;
}

export interface SubscribeOptions extends ReadAllOptions {
  readonly signal: AbortSignal;
}

/** One append may hold this much, counted over the JSON of all its events. EventStoreDB's own limit. */
export const MAXIMUM_APPEND_BYTES = 1024 * 1024;

/** Events a page, unless the reader says otherwise. */
export const PAGE_SIZE = 1_000;

export const categoryOf = (stream: string): string => stream.slice(0, stream.indexOf('-'));

export class WrongExpectedRevision extends Error {
  override readonly name = 'WrongExpectedRevision';
  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    readonly actual: ExpectedRevision,
  ) {
    super(`Stream ${stream} is at ${actual}, the writer expected ${expected}.`);
  }
}

export class AppendTooLarge extends Error {
  override readonly name = 'AppendTooLarge';
  constructor(readonly bytes: number) {
    super(`An append of ${bytes} bytes is over the limit of ${MAXIMUM_APPEND_BYTES}.`);
  }
}

export class RepeatedInPart extends Error {
  override readonly name = 'RepeatedInPart';
  constructor(readonly stream: string) {
    super(`Some, but not all, of these events are already in stream ${stream}.`);
  }
}

export class StoreUnavailable extends Error {
  override readonly name: string = 'StoreUnavailable';
}

/** Another attempt brings the same, until somebody has changed the account of this program or its rights. */
export class AccountRefused extends StoreUnavailable {
  override readonly name = 'AccountRefused';
}

/** There is no room left: nothing was recorded, and what is there can be read. The same append succeeds once there is room. */
export class StoreFull extends StoreUnavailable {
  override readonly name = 'StoreFull';
}
