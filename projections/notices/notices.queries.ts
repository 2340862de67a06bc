import type { DigestWritten } from '../../src/notices/events.js';
import type { ReadModels } from '../../src/platform/projections/projection.js';
import type { NoticeRow } from './notices.js';

const MOST = 200;

/** What is hidden, at the moment of asking, from the person who was told of it. */
export interface HiddenSince {
  /** References of records of which they may not know. */
  readonly references: readonly string[];
  /** Those of them that are hidden for no other reason than that they were void, being about another child. */
  readonly ofWrongChild: readonly string[];
}

export const NOTHING_HIDDEN: HiddenSince = { references: [], ofWrongChild: [] };

/**
 * Emergency access is told to those who read no record, and that one is void to whoever was asked about it: nothing but a reference
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
