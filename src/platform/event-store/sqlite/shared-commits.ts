import type Database from 'better-sqlite3';
import type { Clock } from '../../clock/clock.js';
import { earlierAppend, lengthAt, type WrittenEvent } from '../append-rules.js';
import { type AppendResult, type ExpectedRevision, RepeatedInPart, WrongExpectedRevision } from '../event-store.js';
import { positionAt } from '../positions.js';
import { COLUMNS, hashOf, type Row, START_OF_CHAIN } from './row.js';
import { unavailable } from './unavailable.js';

export interface Append {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly WrittenEvent[];
}

interface Waiting extends Append {
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: unknown) => void;
}

/** The event that the next one follows. */
interface End {
  readonly position: number;
  readonly recorded_at: string;
  readonly hash: Buffer;
}

const isRefusal = (error: unknown): boolean =>
  error instanceof WrongExpectedRevision || error instanceof RepeatedInPart;

/** So that one commit, and the pause it makes, stays short. */
const MOST_IN_ONE_COMMIT = 500;

/**
 * Appends that arrive together share one commit: the wait for the disk is the dear part, and it is the same for one as for many.
 * Each stands for itself all the same: it is checked before any of it is written, a refused one touches no other, and each is
 * answered only when the commit is on the disk.
 */
export class SharedCommits {
  private waiting: Waiting[] = [];
  private turn: Promise<void> | undefined;

  private readonly begin: Database.Statement<[]>;
  private readonly commit: Database.Statement<[]>;
  private readonly rollback: Database.Statement<[]>;
  private readonly end: Database.Statement<[], End>;
  private readonly lastRevision: Database.Statement<[string], number | null>;
  private readonly storedFrom: Database.Statement<[string, number, number], { id: string; position: number }>;
  private readonly insert: Database.Statement<unknown[]>;

  /** @param committed is called after each commit */
  constructor(
    private readonly database: Database.Database,
    private readonly clock: Clock,
    private readonly committed: () => void,
  ) {
    this.begin = database.prepare('BEGIN IMMEDIATE');
    this.commit = database.prepare('COMMIT');
    this.rollback = database.prepare('ROLLBACK');
    this.end = database.prepare('SELECT position, recorded_at, hash FROM events ORDER BY position DESC LIMIT 1');
    this.lastRevision = database
      .prepare<[string], number | null>('SELECT max(revision) FROM events WHERE stream = ?')
      .pluck();
    this.storedFrom = database.prepare(
      'SELECT id, position FROM events WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?',
    );
    this.insert = database.prepare(`INSERT INTO events (${COLUMNS}, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  }

  add(append: Append): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ ...append, resolve, reject });
      this.turn ??= this.nextTurn();
    });
  }

  /**
   * All of them in one commit, in this order, or none.
   * @throws what the first one that is refused is refused with
   */
  addInOrder(appends: readonly Append[]): void {
    try {
      this.begin.run();
      const recordedNow = this.clock.now();
      let end = this.endNow(recordedNow);
      for (const append of appends) {
        if (this.earlierOf(append) === undefined) end = this.writeOne(append, recordedNow, end);
      }
      this.commit.run();
    } catch (error) {
      if (this.database.inTransaction) this.rollback.run();
      throw isRefusal(error) ? error : unavailable(error);
    }
    this.committed();
  }

  /** Ends when nothing is waiting any more. */
  async settled(): Promise<void> {
    while (this.turn !== undefined) await this.turn;
  }

  /** One turn of the event loop lets in everybody who is at the door. */
  private async nextTurn(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    const group = this.waiting.splice(0, MOST_IN_ONE_COMMIT);
    this.turn = this.waiting.length > 0 ? this.nextTurn() : undefined;
    this.write(group);
  }

  private write(group: readonly Waiting[]): void {
    let answers: (() => void)[];
    try {
      this.begin.run();
      answers = this.writeEach(group);
      this.commit.run();
    } catch (error) {
      if (this.database.inTransaction) this.rollback.run();
      const trouble = unavailable(error);
      answers = group.map((append) => () => append.reject(trouble));
    }
    for (const answer of answers) answer();
    this.committed();
  }

  /** Gives the answers to be sent once the commit is on the disk. */
  private writeEach(group: readonly Waiting[]): (() => void)[] {
    const recordedNow = this.clock.now();
    let end = this.endNow(recordedNow);
    return group.map((append) => {
      const { expected, events } = append;
      let earlier: { position: number } | undefined;
      try {
        earlier = this.earlierOf(append);
      } catch (refusal) {
        return () => append.reject(refusal);
      }
      if (earlier === undefined) end = this.writeOne(append, recordedNow, end);
      const revision = lengthAt(expected) + events.length - 1;
      const position = positionAt(earlier?.position ?? end.position);
      return () => append.resolve({ revision, position });
    });
  }

  private endNow(recordedNow: string): End {
    return this.end.get() ?? { position: 0, recorded_at: recordedNow, hash: START_OF_CHAIN };
  }

  /** @throws WrongExpectedRevision, RepeatedInPart */
  private earlierOf({ stream, expected, events }: Append): { readonly position: number } | undefined {
    const actual: ExpectedRevision = this.lastRevision.get(stream) ?? 'no_stream';
    const storedAfter = () => this.storedFrom.all(stream, lengthAt(expected), events.length);
    return earlierAppend(stream, expected, actual, events, storedAfter);
  }

  /** The clock of the machine may be set back; the log never says that an event came before the one it follows. */
  private writeOne({ stream, expected, events }: Append, recordedNow: string, after: End): End {
    let end = after;
    for (const [index, { id, type, data, metadata }] of events.entries()) {
      const row: Row = {
        position: end.position + 1,
        stream,
        revision: lengthAt(expected) + index,
        id,
        type,
        data,
        metadata,
        recorded_at: recordedNow < end.recorded_at ? end.recorded_at : recordedNow,
      };
      const hash = hashOf(end.hash, row);
      this.insert.run(row.position, stream, row.revision, id, type, data, metadata, row.recorded_at, hash);
      end = { position: row.position, recorded_at: row.recorded_at, hash };
    }
    return end;
  }
}
