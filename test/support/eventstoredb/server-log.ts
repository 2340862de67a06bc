import type { Clock } from '../../../src/platform/clock/clock.js';

export interface ProposedEvent {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface ServerEvent extends ProposedEvent {
  readonly stream: string;
  readonly revision: number;
  /** Commit and prepare position, which are the same for every event that came by gRPC. */
  readonly position: bigint;
  /** Milliseconds since 1970, by the server's clock, wherever that stands. */
  readonly created: number;
}

export type Expected = number | 'no_stream' | 'stream_exists' | 'any';

export type Written =
  | { readonly outcome: 'written'; readonly revision: number; readonly position: bigint }
  | { readonly outcome: 'wrong version'; readonly current: number }
  | { readonly outcome: 'deleted' };

/** The settings of a stream, as the JSON of its metadata stream. */
interface StreamMetadata {
  readonly $maxAge?: number;
  readonly $maxCount?: number;
  readonly $tb?: number;
}

/** `$tb` of a stream that was deleted, but may come back. */
const SOFT_DELETED = Number.MAX_SAFE_INTEGER;
/** The first event of a real log is not at 0 either. */
const FIRST_POSITION = 1_000n;
const FRAME = 120n;

/** The store of the server: every event in one list, by the rules of EventStoreDB 24.6. */
export class ServerLog {
  readonly events: ServerEvent[] = [];
  /** Makes the next repeat a conflict, as a real server's is that is asked while it writes the first. */
  conflictsFirst = false;
  private readonly streams = new Map<string, ServerEvent[]>();
  private readonly tombstones = new Set<string>();
  private readonly waiting = new Set<() => void>();
  private next = FIRST_POSITION;

  constructor(private readonly clock: Clock) {}

  /** -1 where there is none. */
  lastRevision(stream: string): number {
    return (this.streams.get(stream)?.length ?? 0) - 1;
  }

  isTombstoned(stream: string): boolean {
    return this.tombstones.has(stream);
  }

  append(stream: string, expected: Expected, proposed: readonly ProposedEvent[]): Written {
    if (this.tombstones.has(stream)) return { outcome: 'deleted' };
    const current = this.lastRevision(stream);
    const wanted = expected === 'no_stream' ? -1 : expected;
    if (typeof wanted === 'number' && wanted !== current) {
      const repeated = wanted < current ? this.repeated(stream, wanted, proposed) : undefined;
      if (repeated !== undefined) return repeated;
      const mayComeBack = expected === 'no_stream' && this.isSoftDeleted(stream);
      if (!mayComeBack) return { outcome: 'wrong version', current };
    }
    if (wanted === 'stream_exists' && current < 0) return { outcome: 'wrong version', current };
    if (typeof wanted !== 'number') {
      const first = this.streams.get(stream)?.findIndex(({ id }) => id === proposed[0]?.id) ?? -1;
      if (first >= 0) return this.repeated(stream, first - 1, proposed) ?? { outcome: 'wrong version', current };
    }
    const reborn = this.isSoftDeleted(stream);
    const written = this.write(stream, proposed);
    if (reborn) this.tell(stream, { $tb: current + 1 });
    return written;
  }

  /** The events that a reader of the stream is shown; undefined where for readers there is no stream. */
  visible(stream: string): readonly ServerEvent[] | undefined {
    const events = this.streams.get(stream);
    if (events === undefined || this.isSoftDeleted(stream)) return undefined;
    const { $tb = 0, $maxCount = Infinity, $maxAge = Infinity } = this.metadataOf(stream);
    const first = Math.max($tb, events.length - $maxCount);
    const oldest = Date.parse(this.clock.now()) - $maxAge * 1_000;
    return events.slice(Math.min(first, events.length)).filter(({ created }) => created >= oldest);
  }

  /** Tells the server a fact about a stream, as a person with the right to do so, or another program, would. */
  tell(stream: string, metadata: object): Written {
    return this.write(`$$${stream}`, [json('$metadata', metadata)]);
  }

  delete(stream: string, expected: Expected): Written {
    return this.guarded(stream, expected, () => this.tell(stream, { $tb: SOFT_DELETED }));
  }

  tombstone(stream: string, expected: Expected): Written {
    return this.guarded(stream, expected, () => {
      const written = this.write(stream, [json('$streamDeleted', {})]);
      this.tombstones.add(stream);
      return written;
    });
  }

  /** An event of the server's own, such as its statistics, which no reader of ours wants. */
  noise(): void {
    this.write('$stats-127.0.0.1:2113', [json('$statsCollected', { 'proc-mem': this.events.length })]);
  }

  /** Index of the first event behind a position. */
  indexAfter(position: bigint): number {
    let low = 0;
    for (let high = this.events.length; low < high;) {
      const middle = (low + high) >> 1;
      if (this.events[middle]!.position > position) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Whether an event stands at the position, or it is still to come: a real server cannot read from anywhere else. */
  holds(position: bigint): boolean {
    return position >= this.next || this.events[this.indexAfter(position - 1n)]?.position === position;
  }

  /** Ends when something is written, or when the signal is aborted. */
  async grown(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    await new Promise<void>((resolve) => {
      const wake = () => {
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }

  private guarded(stream: string, expected: Expected, act: () => Written): Written {
    if (this.tombstones.has(stream)) return { outcome: 'deleted' };
    const current = this.lastRevision(stream);
    const wanted = expected === 'no_stream' ? -1 : expected;
    const nothingThere = wanted === 'any' && current < 0;
    return nothingThere || (typeof wanted === 'number' && wanted !== current)
      ? { outcome: 'wrong version', current }
      : act();
  }

  /** The answer of the first time, where the very same ids are at the very same revisions. */
  private repeated(stream: string, after: number, proposed: readonly ProposedEvent[]): Written | undefined {
    if (this.conflictsFirst) {
      this.conflictsFirst = false;
      return undefined;
    }
    const events = this.streams.get(stream)!;
    const last = events[after + proposed.length];
    const same = proposed.every(({ id }, index) => events[after + 1 + index]?.id === id);
    return same && last ? { outcome: 'written', revision: last.revision, position: last.position } : undefined;
  }

  private write(stream: string, proposed: readonly ProposedEvent[]): Written {
    const events = this.streams.get(stream) ?? [];
    this.streams.set(stream, events);
    const created = Date.parse(this.clock.now());
    for (const event of proposed) {
      const written = { ...event, stream, revision: events.length, position: this.next, created };
      this.next += BigInt(event.data.length + event.metadata.length) + FRAME;
      events.push(written);
      this.events.push(written);
    }
    for (const wake of [...this.waiting]) wake();
    const last = events.at(-1)!;
    return { outcome: 'written', revision: last.revision, position: last.position };
  }

  private isSoftDeleted(stream: string): boolean {
    return (this.metadataOf(stream).$tb ?? 0) >= SOFT_DELETED;
  }

  private metadataOf(stream: string): StreamMetadata {
    const last = this.streams.get(`$$${stream}`)?.at(-1);
    if (last === undefined) return {};
    return JSON.parse(Buffer.from(last.data).toString()) as StreamMetadata;
  }
}

let written = 0;

const json = (type: string, data: object): ProposedEvent => ({
  id: `00000000-0000-4000-8000-${String(++written).padStart(12, '0')}`,
  type,
  contentType: 'application/json',
  data: Buffer.from(JSON.stringify(data)),
  metadata: Buffer.from(''),
});
