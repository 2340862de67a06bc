import Database from 'better-sqlite3';
import type { Instant } from '../../calendar/calendar.js';
import { makePrivateFile } from '../../platform/private-files.js';
import { keepWriteAhead } from '../../platform/write-ahead.js';
import type { Session } from './session.js';
import type { SessionStore, WhichSessions } from './session-store.js';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS sessions (
    hash     TEXT PRIMARY KEY,
    person   TEXT NOT NULL,
    issuer   TEXT,
    sid      TEXT,
    kept     TEXT NOT NULL,
    seen     TEXT NOT NULL,
    said     TEXT,
    ended    INTEGER NOT NULL DEFAULT 0
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS sessions_by_person ON sessions (person);
  CREATE INDEX IF NOT EXISTS sessions_by_sid ON sessions (sid);
`;

/** The facts of a session that never change. */
type Kept = Omit<Session, 'seen'>;

/**
 * Sessions in a SQLite file of their own beside the log, so that they outlive a restart. A copy of the file signs nobody in: it holds
 * hashes of ids.
 */
export class SqliteSessions implements SessionStore {
  private readonly database: Database.Database;

  /** @param path of the file, or `:memory:` */
  constructor(path: string) {
    if (path !== ':memory:') makePrivateFile(path);
    this.database = new Database(path);
    keepWriteAhead(this.database);
    // A session that is lost with the power costs somebody a sign-in, and nothing that is on record.
    this.database.pragma('synchronous = NORMAL');
    this.database.exec(SCHEMA);
  }

  async begin(hash: string, { seen, ...kept }: Session): Promise<void> {
    const { person, provider } = kept;
    this.database
      .prepare('INSERT OR IGNORE INTO sessions (hash, person, issuer, sid, kept, seen) VALUES (?, ?, ?, ?, ?, ?)')
      .run(hash, person, provider?.issuer ?? null, provider?.sid ?? null, JSON.stringify(kept), seen);
  }

  async find(hash: string): Promise<Session | undefined> {
    const row = this.database
      .prepare<[string], { kept: string; seen: Instant }>(
        'SELECT kept, seen FROM sessions WHERE hash = ? AND NOT ended',
      )
      .get(hash);
    return row && { ...(JSON.parse(row.kept) as Kept), seen: row.seen };
  }

  async noteSeen(hash: string, at: Instant): Promise<void> {
    this.database.prepare('UPDATE sessions SET seen = ? WHERE hash = ? AND seen < ?').run(at, hash, at);
  }

  /** It is remembered as ended, so that no other record of it brings it back. */
  async end(which: WhichSessions): Promise<void> {
    const end = `UPDATE sessions SET ended = 1, kept = '', said = NULL WHERE`;
    if ('hash' in which) this.database.prepare(`${end} hash = ?`).run(which.hash);
    else if ('person' in which) this.database.prepare(`${end} person = ?`).run(which.person);
    else this.database.prepare(`${end} sid = ? AND issuer = ?`).run(which.sid, which.issuer);
  }

  /** Whether it was ended here. */
  hasEnded(hash: string): boolean {
    return this.database.prepare('SELECT 1 FROM sessions WHERE hash = ? AND ended').get(hash) !== undefined;
  }

  async say(hash: string, sentence: string): Promise<void> {
    this.database.prepare('UPDATE sessions SET said = ? WHERE hash = ?').run(sentence, hash);
  }

  async takeSaid(hash: string): Promise<string | undefined> {
    const said = this.database.transaction((): string | null | undefined => {
      const found = this.database
        .prepare<[string], { said: string | null }>('SELECT said FROM sessions WHERE hash = ?')
        .get(hash);
      if (found?.said != null) this.database.prepare('UPDATE sessions SET said = NULL WHERE hash = ?').run(hash);
      return found?.said;
    })();
    return said ?? undefined;
  }

  async forgetBefore(moment: Instant): Promise<void> {
    this.database.prepare('DELETE FROM sessions WHERE seen < ?').run(moment);
  }

  /** Called when the service stops. */
  onApplicationShutdown(): void {
    this.database.close();
  }
}
