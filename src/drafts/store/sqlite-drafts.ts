import Database from 'better-sqlite3';
import type { Instant } from '../../calendar/calendar.js';
import { makePrivateFile } from '../../platform/private-files.js';
import { keepWriteAhead } from '../../platform/write-ahead.js';
import type { Draft } from '../draft.js';
import type { DraftStore } from './draft-store.js';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS drafts (
    id         TEXT PRIMARY KEY,
    revision   INTEGER NOT NULL,
    writer     TEXT NOT NULL,
    readers    TEXT NOT NULL,
    kept       TEXT NOT NULL,
    sealed     TEXT,
    saved_at   TEXT NOT NULL,
    shared_at  INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX IF NOT EXISTS drafts_by_writer ON drafts (writer);
`;

/** The facts that need no column of their own. */
type Kept = Omit<Draft, 'sealed'>;

interface Row {
  readonly kept: string;
  readonly sealed: string | null;
  readonly shared_at: number;
}

/** A draft as one instance has it. */
export interface OwnDraft {
  readonly draft: Draft;
  /** The last revision that is known to be where all instances share theirs; 0 where none is. */
  readonly sharedAt: number;
}

/** Drafts in a SQLite file of their own beside the log. A deleted draft is overwritten there. */
export class SqliteDrafts implements DraftStore {
  private readonly database: Database.Database;

  /** @param path of the file, or `:memory:` */
  constructor(path: string) {
    if (path !== ':memory:') makePrivateFile(path);
    this.database = new Database(path);
    keepWriteAhead(this.database);
    // A draft that is answered as saved is on the disk.
    this.database.pragma('synchronous = FULL');
    this.database.pragma('secure_delete = ON');
    this.database.exec(SCHEMA);
  }

  async find(id: string): Promise<Draft | undefined> {
    return this.own(id)?.draft;
  }

  async of(person: string): Promise<readonly Draft[]> {
    return this.database
      .prepare<[string, string], Row>(
        `SELECT kept, sealed, shared_at FROM drafts
          WHERE sealed IS NOT NULL
            AND (writer = ? OR EXISTS (SELECT 1 FROM json_each(drafts.readers) WHERE value = ?))
          ORDER BY saved_at DESC, id`,
      )
      .all(person, person)
      .map((row) => ownFrom(row).draft);
  }

  async put(draft: Draft, before: number): Promise<boolean> {
    return this.putOwn(draft, before);
  }

  async forgetBefore(moment: Instant): Promise<void> {
    const { changes } = this.database.prepare('DELETE FROM drafts WHERE saved_at < ?').run(moment);
    // Until then the text would still stand in the write-ahead file.
    if (changes > 0) this.database.pragma('wal_checkpoint(TRUNCATE)');
  }

  own(id: string): OwnDraft | undefined {
    const row = this.database.prepare<[string], Row>('SELECT kept, sealed, shared_at FROM drafts WHERE id = ?').get(id);
    return row && ownFrom(row);
  }

  all(): OwnDraft[] {
    return this.database.prepare<[], Row>('SELECT kept, sealed, shared_at FROM drafts').all().map(ownFrom);
  }

  /** @param sharedAt the revision that is shared from now on; left as it was unless told */
  putOwn(draft: Draft, before: number, sharedAt?: number): boolean {
    const { sealed, ...kept } = draft;
    return this.database.transaction((): boolean => {
      const own = this.own(draft.id);
      if ((own?.draft.revision ?? 0) !== before) return false;
      this.database
        .prepare(
          `INSERT OR REPLACE INTO drafts (id, revision, writer, readers, kept, sealed, saved_at, shared_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(
          ...[draft.id, draft.revision, draft.writer, JSON.stringify(draft.readers), JSON.stringify(kept), sealed],
          ...[draft.savedAt, sharedAt ?? own?.sharedAt ?? 0],
        );
      return true;
    })();
  }

  /** The drafts that the instances share take the place of those that this one had. */
  take(draft: Draft): void {
    this.putOwn(draft, this.own(draft.id)?.draft.revision ?? 0, draft.revision);
  }

  /** Notes that a revision is now shared. */
  noteShared(id: string, revision: number): void {
    this.database.prepare('UPDATE drafts SET shared_at = ? WHERE id = ?').run(revision, id);
  }

  /** Called when the service stops. */
  onApplicationShutdown(): void {
    this.database.close();
  }
}

const ownFrom = ({ kept, sealed, shared_at: sharedAt }: Row): OwnDraft => ({
  draft: { ...(JSON.parse(kept) as Kept), sealed },
  sharedAt,
});
