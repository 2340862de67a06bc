import type { Condition } from '../../access/scope.js';
import type { ReadModels } from '../../platform/projections/projection.js';

/** Of a row of the register: a complaint that is linked to it has not ended, whatever became of the dispute itself. */
const HAS_AN_OPEN_COMPLAINT = `EXISTS (SELECT 1 FROM json_each(register.links) AS link
  WHERE json_extract(link.value, '$.kind') = 'complaint'
    AND coalesce(json_extract(link.value, '$.complaint.state'), 'open') = 'open')`;

/**
 * Whether the record of a child says "under alert": a dispute about the child is open, or a complaint that is linked to one. Of the
 * disputes that the asker may see: one that is hidden from them is not said in this way either.
 * @param disputes those that the asker may see
 */
export const isUnderAlert = (child: string, disputes: Condition, readModels: ReadModels): boolean =>
  underAlertAmong([child], disputes, readModels).has(child);

/** Those of the children of whom the same holds. @param disputes those that the asker may see */
export const underAlertAmong = (
  children: readonly string[],
  disputes: Condition,
  readModels: ReadModels,
): ReadonlySet<string> => {
  const found = readModels.all<{ child: string }>(
    `SELECT DISTINCT named.child FROM case_children AS named CROSS JOIN dispute_register AS register ON register.reference = named.reference
      WHERE named.child IN (SELECT value FROM json_each(:children)) AND register.status <> 'voided'
        AND (register.status = 'open' OR ${HAS_AN_OPEN_COMPLAINT}) AND (${disputes.sql})`,
    { ...disputes.parameters, children: JSON.stringify(children) },
  );
  return new Set(found.map(({ child }) => child));
};
