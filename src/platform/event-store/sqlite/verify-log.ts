import type Database from 'better-sqlite3';
import { type LogHead, NotedHead } from '../log-head.js';
import type { LogFault, LogVerification } from '../log-verification.js';
import { positionAt } from '../positions.js';
import { hasItsOwnRules, openForReading } from './log-file.js';
import { COLUMNS, hashOf, type Row, START_OF_CHAIN } from './row.js';

type CheckedRow = Row & { readonly hash: Buffer };

/** Rows after which others get a turn. */
const ROWS_A_TURN = 5_000;

/**
 * Reads the whole log again and checks the file itself, and that its chain has no event missing, added, changed or moved. An end that
 * was cut off shows where the file still counts further than it goes; where that was mended too, and where the chain was made anew,
 * only against a head that was noted before. Works beside a process that is writing.
 * @param noted a head of this log, from before
 * @throws StoreUnavailable when there is no log to read
 */
export const verifyLog = async (path: string, noted?: LogHead): Promise<LogVerification> => {
  const database = openForReading(path);
  try {
    return await verify(database, new NotedHead(noted));
  } finally {
    database.close();
  }
};

const verify = async (database: Database.Database, noted: NotedHead): Promise<LogVerification> => {
  const chain = new Chain();
  try {
    // The highest number ever given is read first: what is written meanwhile only makes the log longer.
    const given = highestEverGiven(database);
    const page = database.prepare<[number, number], CheckedRow>(
      `SELECT ${COLUMNS}, hash FROM events WHERE position > ? ORDER BY position LIMIT ?`,
    );
    for (;;) {
      const rows = page.all(chain.position, ROWS_A_TURN);
      for (const row of rows) {
        const what = chain.faultIn(row);
        if (what !== undefined) return chain.broken(what);
        chain.add(row);
        const notAsNoted = noted.faultAt(chain.head!);
        if (notAsNoted !== undefined) return chain.brokenAtLast(notAsNoted);
      }
      if (rows.length < ROWS_A_TURN) break;
      await new Promise((resolve) => setImmediate(resolve));
    }
    if (chain.position < given) {
      const last = positionAt(given);
      return chain.broken(`The end after event ${positionAt(chain.position)} is cut off: the log had come to ${last}.`);
    }
    const cutOff = noted.faultAtEnd(chain.head);
    if (cutOff !== undefined) return chain.broken(cutOff);
    const damage = database.pragma('integrity_check(1)', { simple: true });
    if (damage !== 'ok') return chain.damaged(`The file is damaged: ${damage}.`);
    return hasItsOwnRules(database)
      ? chain.sound()
      : chain.damaged('The file has lost the rules by which no event can be changed or taken away.');
  } catch (error) {
    const reason = (error as Error).message;
    return chain.broken(`The file is damaged after event ${positionAt(chain.position)}: ${reason}.`);
  }
};

const highestEverGiven = (database: Database.Database): number =>
  database.prepare<[], number>("SELECT seq FROM sqlite_sequence WHERE name = 'events'").pluck().get() ?? 0;

/** The part of the log that has been read so far and found sound. */
class Chain {
  position = 0;
  private hash: Buffer = START_OF_CHAIN;
  private recordedAt = '';
  private readonly revisions = new Map<string, number>();

  faultIn(row: CheckedRow): string | undefined {
    const event = `Event ${positionAt(row.position)}`;
    const missing = row.position - this.position - 1;
    if (missing > 0) {
      const first = positionAt(this.position + 1);
      return `${missing === 1 ? `Event ${first} is` : `${missing} events from ${first} on are`} missing.`;
    }
    if (!hashOf(this.hash, row).equals(row.hash)) return `${event} is not what was recorded there.`;
    if (row.revision !== (this.revisions.get(row.stream) ?? -1) + 1)
      return `${event} is out of its turn in its stream.`;
    if (row.recorded_at < this.recordedAt) return `${event} was recorded earlier than the one before it.`;
    return undefined;
  }

  add(row: CheckedRow): void {
    this.position = row.position;
    this.hash = row.hash;
    this.recordedAt = row.recorded_at;
    this.revisions.set(row.stream, row.revision);
  }

  get head(): LogHead | null {
    return this.position === 0 ? null : { position: positionAt(this.position), hash: this.hash.toString('hex') };
  }

  sound(): LogVerification {
    return this.result(null);
  }

  /** At the place where the next event should be. */
  broken(what: string): LogVerification {
    return this.result({ position: positionAt(this.position + 1), what });
  }

  /** At the last event that was added. */
  brokenAtLast(what: string): LogVerification {
    return this.result({ position: positionAt(this.position), what });
  }

  damaged(what: string): LogVerification {
    return this.result({ position: null, what });
  }

  private result(fault: LogFault | null): LogVerification {
    return { ok: fault === null, events: this.position, head: this.head, fault };
  }
}
