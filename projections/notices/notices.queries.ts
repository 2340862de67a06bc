import type { DigestWritten } from '../../src/notices/events.js';
import type { ReadModels } from '../../src/platform/projections/projection.js';
import type { NoticeRow } from './notices.js';

const MOST = 200;

/** The last 200 notices, the newest first: of one person, or of everybody where none is named. */
export const lastNotices = (readModels: ReadModels, person: string | null): NoticeRow[] =>
  readModels
    .all<Omit<NoticeRow, 'lines' | 'theirs_to_do'> & { lines: string; theirs_to_do: number }>(
      `SELECT * FROM notices WHERE :person IS NULL OR to_person = :person
       ORDER BY written_at DESC, notice LIMIT ${MOST}`,
      { person },
    )
    .map((row) => ({
      ...row,
      lines: JSON.parse(row.lines) as DigestWritten['notices'],
      theirs_to_do: row.theirs_to_do === 1,
    }));
