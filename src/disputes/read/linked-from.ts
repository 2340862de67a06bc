import type { ReadModels } from '../../platform/projections/projection.js';
import type { LinkedFromDto } from './dispute.dto.js';

/** Every dispute that links to this one. Whether a reader may know of each is for the query to settle. */
export const linkedFrom = (reference: string, readModels: ReadModels): LinkedFromDto[] =>
  readModels.all<{ kind: string; from: string }>(
    `SELECT json_extract(link.value, '$.kind') AS kind, register.reference AS "from"
       FROM dispute_register AS register, json_each(register.links) AS link
      WHERE instr(register.links, :reference) > 0 AND json_extract(link.value, '$.to') = :reference
      ORDER BY register.raised_on, register.reference`,
    { reference },
  );
