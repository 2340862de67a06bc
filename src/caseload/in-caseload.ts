import { AWAITED_BESIDE_THE_LADDER } from '../../projections/deadlines/awaited-after-the-end.js';
import { IS_WORKED_ON } from '../../projections/dispute-register/dispute-row.js';
import type { Asker } from '../access/asker.js';
import type { LocalDate } from '../calendar/calendar.js';
import type { Directory } from '../directory/directory.js';
import { namedInLists } from '../disputes/list/visible-disputes.js';
import { toBeReopened } from '../disputes/to-be-decided/to-be-reopened.js';
import type { ReadModels } from '../platform/projections/projection.js';
import type { KindOfRow } from './events.js';
import type { InCaseload } from './plan.js';

/** The allocation of a day is the latest that had begun. */
const ALLOCATED = `SELECT a.child FROM child_allocations AS a WHERE a.iro = :iro AND a.number =
  (SELECT max(number) FROM child_allocations AS b WHERE b.child = a.child AND (b."from" IS NULL OR b."from" <= :today))`;

/**
 * The disputes that somebody holds: open, ended with something that is still awaited (actions, Cafcass, another agency, a look of a meeting), to be
 * reopened, or a conversation from which nothing was raised. A row of a register is nobody's until it is taken on.
 */
const HELD = `register.held_by = :iro AND register.taken_on
  AND (${IS_WORKED_ON} OR register.reference IN (${AWAITED_BESIDE_THE_LADDER}) OR register.status = 'recorded'
    OR register.reference IN (SELECT value FROM json_each(:toReopen)))`;

/** As JSON. */
const toReopen = (readModels: ReadModels): string => JSON.stringify([...toBeReopened(readModels)]);

interface Row {
  readonly kind: KindOfRow;
  readonly id: string;
  /** Record numbers, as JSON. */
  readonly children: string;
}

/**
 * The children of an IRO today, and what is open and theirs, as far as the asker may see it. Checks and recommendations are whose the
 * child is.
 */
export const caseloadOf = (
  iro: string,
  asker: Asker,
  { readModels, directory, today }: { readModels: ReadModels; directory: Directory; today: LocalDate },
): InCaseload[] => {
  const visible = namedInLists(asker, directory, today);
  const rows = readModels.all<Row>(
    `SELECT 'child' AS kind, child AS id, json_array(child) AS children FROM (${ALLOCATED})
     UNION ALL
     SELECT CASE register.kind WHEN 'conversation' THEN 'conversation' ELSE 'dispute' END, register.reference, register.children
       FROM dispute_register AS register WHERE ${HELD} AND (${visible.sql})
     UNION ALL
     SELECT 'acknowledgement', reference, children FROM acknowledgement_register
       WHERE coalesce(held_by, giver) = :iro AND status = 'given' AND NOT imported AND thanks = 0
     UNION ALL
     SELECT DISTINCT 'check', reference, json_array(child) FROM review_checks
       WHERE outstanding IS NOT NULL AND child IN (${ALLOCATED})
     UNION ALL
     SELECT 'recommendations', reference, json_array(child) FROM recommendations
       WHERE standing IN ('awaiting-answer', 'to-decide') AND child IN (${ALLOCATED})
     ORDER BY 1, 2`,
    { ...visible.parameters, iro, today, toReopen: toReopen(readModels) },
  );
  return rows.map(({ kind, id, children }) => ({ kind, id, children: JSON.parse(children) as string[] }));
};

/** How many of the disputes that an IRO still holds are hidden from the asker, of some children or of all. */
export const hiddenIn = (
  iro: string,
  children: readonly string[] | null,
  asker: Asker,
  { readModels, directory, today }: { readModels: ReadModels; directory: Directory; today: LocalDate },
): number => {
  const visible = namedInLists(asker, directory, today);
  const ofChildren = `:children IS NULL OR EXISTS (SELECT 1 FROM json_each(register.children)
    WHERE value IN (SELECT value FROM json_each(:children)))`;
  const row = readModels.get<{ hidden: number }>(
    `SELECT count(*) AS hidden FROM dispute_register AS register
      WHERE ${HELD} AND (${ofChildren}) AND NOT coalesce((${visible.sql}), 0)`,
    {
      ...visible.parameters,
      iro,
      toReopen: toReopen(readModels),
      children: children === null ? null : JSON.stringify(children),
    },
  );
  return row?.hidden ?? 0;
};
