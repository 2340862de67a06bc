import { HAS_LINKS } from '../../../projections/dispute-register/dispute-row.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { referralsBeside } from '../referrals-of-the-matter.js';
import type { CafcassBesideDto, LinkedFromDto } from './dispute.dto.js';

/** Every dispute that links to this one. Whether a reader may know of each is for the query to settle. */
export const linkedFrom = (reference: string, readModels: ReadModels): LinkedFromDto[] =>
  readModels.all<{ kind: string; from: string }>(
    `SELECT json_extract(link.value, '$.kind') AS kind, register.reference AS "from"
       FROM dispute_register AS register, json_each(register.links) AS link
      WHERE ${HAS_LINKS} AND instr(register.links, :reference) > 0 AND json_extract(link.value, '$.to') = :reference
      ORDER BY register.raised_on, register.reference`,
    { reference },
  );

/** The referrals to Cafcass of the other dispute about the same matter, informal and formal; to a reader who may know of that one. */
export const cafcassBeside = (reference: string, readModels: ReadModels): CafcassBesideDto[] =>
  referralsBeside(readModels, reference).flatMap((beside) =>
    beside.referrals.map(({ sentOn, reply, withdrawnOn }) => ({
      ...{ reference: beside.reference, sentOn, reply, withdrawnOn },
    })),
  );
