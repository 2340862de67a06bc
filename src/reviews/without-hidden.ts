import type { Condition } from '../access/scope.js';
import type { LocalDate } from '../calendar/calendar.js';
import type { Onlooker } from '../disputes/restriction.js';
import { isVoid } from '../disputes/list/is-void.js';
import { keptFromAmong } from '../disputes/list/visible-disputes.js';
import { keptFor, NOT_KEPT_FROM } from '../disputes/set-aside.js';

/*
 * A dispute that was voided is as if it had not been raised, so what it settled is to be decided again. The same holds of one that is hidden:
 * that a standard is decided, or a disagreement, with neither a dispute nor a reason beside it, would say that there is a dispute that
 * the reader is not to know of. To them it reads as if nothing had been raised yet.
 */

/** The same without a dispute that is hidden from its reader. @param hidden references of such disputes */
export const withoutHidden = <Record extends { readonly dispute: string | null }>(
  record: Record,
  hidden: ReadonlySet<string>,
): Record => (record.dispute !== null && hidden.has(record.dispute) ? { ...record, dispute: null } : record);

/** The disputes among some that are as if they had not been raised: to the reader they are hidden, or they are void. */
export const notRaisedAmong = (...[raised, ...asked]: Parameters<typeof keptFromAmong>): ReadonlySet<string> => {
  const readModels = asked[2];
  return new Set([...keptFromAmong(raised, ...asked), ...raised.filter((each) => isVoid(readModels, each))]);
};

/** Whether the dispute of a row is hidden from the reader, with the values that `keptFor` gives. @param dispute the row's column */
export const isHidden = (dispute: string): string =>
  `EXISTS (SELECT 1 FROM dispute_register AS register WHERE register.reference = ${dispute} AND NOT ${NOT_KEPT_FROM})`;

/** Whether the dispute of a row is one of these, with the values that `keptFor` gives for a reader. @param dispute the row's column */
const isNotRaised = (dispute: string, reader: Onlooker | null): string =>
  `(${dispute} IN (SELECT reference FROM dispute_register WHERE status = 'voided')${reader === null ? '' : ` OR ${isHidden(dispute)}`})`;

/** An expression of SQL about a row, as its reader is to see it; null stands for the program, which works out what is open. */
export interface AsSeen {
  readonly sql: string;
  readonly parameters: Condition['parameters'];
}

/** The tasks that are left about a standard of `review_checks` (alias `checks`). */
export const outstandingTo = (reader: Onlooker | null, today: LocalDate): AsSeen => ({
  sql: `CASE WHEN checks.answer = 'not-met' AND NOT checks.not_raised AND NOT checks.withdrawn AND ${isNotRaised('checks.dispute', reader)}
    THEN 'to-decide' ELSE checks.outstanding END`,
  parameters: reader === null ? {} : keptFor(reader, today),
});

/** How `recommendations` (alias `sent`) stand. */
export const standingTo = (reader: Onlooker | null, today: LocalDate): AsSeen => ({
  sql: `CASE WHEN sent.standing = 'decided' AND NOT sent.let_stand AND ${isNotRaised('sent.dispute', reader)}
    THEN 'to-decide' ELSE sent.standing END`,
  parameters: reader === null ? {} : keptFor(reader, today),
});
