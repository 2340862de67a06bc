import type { ReadModels } from '../../platform/projections/projection.js';
import { isNotContinuedByCafcass, type Referral } from '../referrals.js';
import { ENDED_BY_A_MISTAKE } from './to-be-decided-in.js';

/**
 * References of the disputes that have ended and that whoever holds them is to reopen: their ending rests on what was recorded of a child by
 * mistake, or Cafcass was to continue them and does not. The referral of a formal one may be on record in the informal one that it continues.
 */
export const toBeReopened = (readModels: ReadModels): ReadonlySet<string> => {
  const ended = readModels.all<{ reference: string; isByMistake: number; referrals: string }>(
    `SELECT register.reference, ${ENDED_BY_A_MISTAKE} AS isByMistake,
            CASE WHEN register.referrals <> '[]' THEN register.referrals ELSE
              coalesce((SELECT informal.referrals FROM dispute_register AS informal WHERE informal.reference = register.formalises), '[]')
            END AS referrals
       FROM dispute_register AS register
      WHERE register.status = 'ended-otherwise' AND (register.outcome = 'TO-CAF' OR ${ENDED_BY_A_MISTAKE})`,
  );
  const isToReopen = ({ isByMistake, referrals }: (typeof ended)[number]): boolean => {
    const sent = JSON.parse(referrals) as Referral[];
    return isByMistake === 1 || (sent.length > 0 && isNotContinuedByCafcass({ referrals: sent }));
  };
  return new Set(ended.filter(isToReopen).map(({ reference }) => reference));
};
