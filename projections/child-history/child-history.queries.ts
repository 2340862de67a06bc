import type { Instant, LocalDate } from '../../src/calendar/calendar.js';
import type { ReadModels } from '../../src/platform/projections/projection.js';
import { keyset, type KeysetRow, type Page, pageOf, type PageQuestion } from '../paging.js';
import type { ChildHistoryRow } from './child-history.js';

export interface ChildHistoryEntry {
  readonly reference: string;
  readonly caseKind: ChildHistoryRow['case_kind'];
  readonly what: ChildHistoryRow['what'];
  readonly happenedOn: LocalDate;
  /** Null where only the day is known. */
  readonly happenedAt: Instant | null;
  readonly imported: boolean;
  readonly detail: string | null;
}

const SORTS = {
  newest: { by: `(happened_on || coalesce(happened_at, ''))`, descending: true },
} as const;
const KEY = `(reference || ' ' || printf('%08d %04d', revision, part))`;

/**
 * What has happened about one child, newest first: disputes, conversations and acknowledgements together.
 * @throws Refusal `cursor-not-ours`, `limit-out-of-range`
 */
export const historyOfChild = (
  child: string,
  question: Omit<PageQuestion<'newest'>, 'sort'>,
  readModels: ReadModels,
): Page<ChildHistoryEntry> => {
  const page = keyset(SORTS, KEY, { ...question, sort: 'newest' });
  const rows = readModels.all<StoredEntry>(
    `SELECT reference, case_kind AS caseKind, what, happened_on AS happenedOn, happened_at AS happenedAt, imported, detail,
            ${page.columns}
     FROM child_history WHERE child = :child AND ${page.after} ORDER BY ${page.orderBy} LIMIT :pageLimit`,
    { child, ...page.parameters },
  );
  return pageOf(rows, page, 'newest', ({ sortValue: _, sortKey: __, imported, ...entry }) => ({
    ...entry,
    imported: imported === 1,
  }));
};

interface StoredEntry extends KeysetRow, Omit<ChildHistoryEntry, 'imported'> {
  readonly imported: number;
}
