import type { Condition } from '../access/scope.js';
import type { LocalDate } from '../calendar/calendar.js';
import type { Onlooker } from '../disputes/restriction.js';
import { keptFor, NOT_KEPT_FROM } from '../disputes/set-aside.js';

/*
 * That a standard is decided, or a disagreement, with neither a dispute nor a reason beside it, would say that there is a dispute that
 * the reader is not to know of. To them it reads as if nothing had been raised yet.
 */

/** The same without a dispute that is hidden from its reader. @param hidden references of such disputes */
export const withoutHidden = <Record extends { readonly dispute: string | null }>(
  record: Record,
  hidden: ReadonlySet<string>,
): Record => (record.dispute !== null && hidden.has(record.dispute) ? { ...record, dispute: null } : record);

/** Whether the dispute of a row is hidden from the reader, with the values that `keptFor` gives. @param dispute the row's column */
export const isHidden = (dispute: string): string =>
  `EXISTS (SELECT 1 FROM dispute_register AS register WHERE register.reference = ${dispute} AND NOT ${NOT_KEPT_FROM})`;

/** An expression of SQL about a row, as its reader is to see it; null stands for the program, which works out what is open. */
export interface AsSeen {
  readonly sql: string;
  readonly parameters: Condition['parameters'];
}

/** The tasks that are left about a standard of `review_checks` (alias `checks`). */
export const outstandingTo = (reader: Onlooker | null, today: LocalDate): AsSeen =>
  reader === null
    ? { sql: 'checks.outstanding', parameters: {} }
    : {
        sql: `CASE WHEN checks.answer = 'not-met' AND NOT checks.not_raised AND NOT checks.withdrawn AND ${isHidden('checks.dispute')}
          THEN 'to-decide' ELSE checks.outstanding END`,
        parameters: keptFor(reader, today),
      };

/** How `recommendations` (alias `sent`) stand. */
export const standingTo = (reader: Onlooker | null, today: LocalDate): AsSeen =>
  reader === null
    ? { sql: 'sent.standing', parameters: {} }
    : {
        sql: `CASE WHEN sent.standing = 'decided' AND NOT sent.let_stand AND ${isHidden('sent.dispute')}
          THEN 'to-decide' ELSE sent.standing END`,
        parameters: keptFor(reader, today),
      };
