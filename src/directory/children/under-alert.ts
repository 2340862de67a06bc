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
export const isUnderAlert = (child: string, disputes: Condition, readModels: ReadModels): boolean => {
  const found = readModels.get<{ found: number }>(
    `SELECT 1 AS found FROM case_children AS named CROSS JOIN dispute_register AS register ON register.reference = named.reference
      WHERE named.child = :child AND register.status <> 'voided'
        AND (register.status = 'open' OR ${HAS_AN_OPEN_COMPLAINT}) AND (${disputes.sql}) LIMIT 1`,
    { ...disputes.parameters, child },
  );
  return found !== undefined;
};
