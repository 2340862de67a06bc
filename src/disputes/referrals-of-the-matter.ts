import type { ReadModels } from '../platform/projections/projection.js';
import type { Matter } from './dispute.js';
import type { Referral } from './referrals.js';

/** The referrals of another dispute about one matter: the informal one that a formal one continues, or that formal one. */
export interface ReferralsBeside {
  readonly reference: string;
  readonly referrals: readonly Referral[];
}

/** An informal dispute and the formal one that continues it are one matter. One that is void was never a dispute. */
const BESIDE = `SELECT other.reference, other.referrals FROM dispute_register AS one JOIN dispute_register AS other
  ON other.reference IN (one.formalises, one.formalised_by)
  WHERE one.reference = :reference AND other.status <> 'voided' AND other.referrals <> '[]'`;

export const referralsBeside = (readModels: ReadModels, reference: string): ReferralsBeside[] =>
  readModels
    .all<{ reference: string; referrals: string }>(BESIDE, { reference })
    .map((row) => ({ reference: row.reference, referrals: JSON.parse(row.referrals) as Referral[] }));

/** The referrals by which the matter stands with Cafcass: those of the dispute itself, else those beside it. */
export const referralsOfTheMatter = (
  { referrals }: Pick<Matter, 'referrals'>,
  beside: readonly ReferralsBeside[],
): Pick<Matter, 'referrals'> => ({
  referrals: referrals.length > 0 ? referrals : beside.flatMap((each) => each.referrals),
});
