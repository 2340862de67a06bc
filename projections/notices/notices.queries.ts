import type { Instant } from '../../src/calendar/calendar.js';
import type { ReadModels } from '../../src/platform/projections/projection.js';
import type { Cause, DigestWritten } from '../../src/notices/events.js';
import type { UndeliveredNotice } from '../../src/platform/notices/status.js';
import { HAS_CAUSE, IS_DIGEST, type NoticeRow, SENT } from './notices.js';

const MOST = 200;

/** The records that are hidden, at the moment of asking, from the person who was told of them. */
export interface HiddenSince {
  /** References of records of which they may not know. */
  readonly references: readonly string[];
  /** Those of them that are hidden for no other reason than that they were void, being about another child. */
  readonly ofWrongChild: readonly string[];
}

export const NOTHING_HIDDEN: HiddenSince = { references: [], ofWrongChild: [] };

/**
 * Emergency access is told to those who read no record, and that one is void to those who were asked about it: nothing but a reference
 * stands in either. Every other notice goes with the record that it is about.
 */
const isShown = (kind: string, about: string): string => `(${about} NOT IN (SELECT value FROM json_each(:references))
  OR ${kind} = 'emergency-access'
  OR (${kind} = 'voided' AND ${about} IN (SELECT value FROM json_each(:ofWrongChild))))`;

const SHOWN_LINES = `SELECT line.value FROM json_each(told.lines) AS line
  WHERE ${isShown(`json_extract(line.value, '$.kind')`, `json_extract(line.value, '$.about')`)}`;

/** The last 200 notices, the newest first: of one person, or of everybody where none is named. A digest has the lines that are shown. */
export const lastNotices = (
  readModels: ReadModels,
  person: string | null,
  { references, ofWrongChild }: HiddenSince = NOTHING_HIDDEN,
): NoticeRow[] =>
  readModels
    .all<Omit<NoticeRow, 'lines' | 'theirs_to_do'> & { shown: string; theirs_to_do: number }>(
      `SELECT told.*, (SELECT json_group_array(json(value)) FROM (${SHOWN_LINES})) AS shown FROM notices AS told
        WHERE (:person IS NULL OR told.to_person = :person)
          AND CASE told.kind WHEN 'digest' THEN told.lines = '[]' OR EXISTS (${SHOWN_LINES})
            ELSE told.about IS NULL OR ${isShown('told.kind', 'told.about')} END
        ORDER BY told.written_at DESC, told.notice LIMIT ${MOST}`,
      { person, references: JSON.stringify(references), ofWrongChild: JSON.stringify(ofWrongChild) },
    )
    .map(({ shown, ...row }) => ({
      ...row,
      lines: JSON.parse(shown) as DigestWritten['notices'],
      theirs_to_do: row.theirs_to_do === 1,
    }));

type Asked = Pick<ReadModels, 'all' | 'get'>;

/** Ids of the notices and digests that are not settled, the oldest first. */
export const waitingNotices = (readModels: Asked): string[] =>
  readModels
    .all<{ notice: string }>(`SELECT notice FROM notices WHERE standing = 'waiting' ORDER BY position`)
    .map(({ notice }) => notice);

/** The last event of which anybody was told; undefined where nobody was told of any. */
export const lastCauseToldOf = (readModels: Asked): Cause | undefined => {
  const last = readModels.get<{ cause: string }>(
    `SELECT cause FROM notices WHERE ${HAS_CAUSE} ORDER BY position DESC LIMIT 1`,
  );
  return last && { ...(JSON.parse(last.cause) as Pick<Cause, 'stream' | 'revision'>), occasion: 'event' };
};

/** Whether a person was sent anything about a matter. */
export const hasBeenSentAbout = (readModels: Asked, person: string, about: string): boolean =>
  readModels.get(`SELECT 1 AS found FROM notices WHERE ${SENT} AND about = ? AND to_person = ? LIMIT 1`, [
    about,
    person,
  ]) !== undefined;

/** Whether notices to a person were written for some events of a stream, and none of them was sent. */
export const areAllUnsent = (
  readModels: Asked,
  person: string,
  stream: string,
  revisions: readonly number[],
): boolean => {
  if (revisions.length === 0) return false;
  const { written, sent } = readModels.get<{ written: number; sent: number }>(
    `SELECT count(*) AS written, count(*) FILTER (WHERE ${SENT}) AS sent FROM notices
      WHERE to_person = :person AND ${HAS_CAUSE} AND json_extract(cause, '$.stream') = :stream
        AND json_extract(cause, '$.revision') IN (SELECT value FROM json_each(:revisions))`,
    { person, stream, revisions: JSON.stringify(revisions) },
  )!;
  return written > 0 && sent === 0;
};

/** The moment at which a person was last sent something about a matter, as it was written; null if they never were. */
export const lastWrittenAbout = (readModels: Asked, person: string, about: string): Instant | null =>
  readModels.get<{ at: Instant | null }>(
    `SELECT max(written_at) AS at FROM notices WHERE ${SENT} AND about = ? AND to_person = ?`,
    [about, person],
  )!.at;

/** The moment at which the last digest was written for a person. */
export const lastDigestTo = (readModels: Asked, person: string): Instant | null =>
  readModels.get<{ at: Instant | null }>(
    `SELECT max(written_at) AS at FROM notices WHERE ${IS_DIGEST} AND to_person = ?`,
    [person],
  )!.at;

/** The moment at which a provider last took a message, for any person. */
export const lastSentAt = (readModels: Asked): Instant | null =>
  readModels.get<{ at: Instant | null }>(`SELECT max(settled_at) AS at FROM notices WHERE standing = 'sent'`)!.at;

/** How many were let go since a moment, because nobody needed them any more. */
export const countNotNeededSince = (readModels: Asked, since: Instant): number =>
  readModels.get<{ count: number }>(
    `SELECT count(*) AS count FROM notices WHERE standing = 'not-needed' AND settled_at >= ?`,
    [since],
  )!.count;

const FAILED_SINCE = `standing = 'failed' AND settled_at >= :since`;

/** The notices that reached nobody since a moment; a digest stands for all that it was to bring. */
export const undeliveredSince = (readModels: Asked, since: Instant): UndeliveredNotice[] =>
  readModels.all<UndeliveredNotice>(
    `SELECT notice, failure AS because FROM notices WHERE ${FAILED_SINCE} AND notice NOT IN (
        SELECT json_extract(line.value, '$.notice') FROM notices, json_each(lines) AS line WHERE ${FAILED_SINCE})
      ORDER BY settled_at, position`,
    { since },
  );
