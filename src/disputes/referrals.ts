import type { LocalDate } from '../calendar/calendar.js';
import type { Matter } from './dispute.js';
import type { CafcassReply } from './events.js';

/** A referral to Cafcass that was sent. */
export interface Referral {
  readonly sentOn: LocalDate;
  /** The latest reply on it; null where Cafcass has not replied. */
  readonly reply: CafcassReply | null;
  /** The day of that reply; null where there is none. */
  readonly repliedOn: LocalDate | null;
  /** Null where it was not withdrawn. */
  readonly withdrawnOn: LocalDate | null;
}

type WithReferrals = Pick<Matter, 'referrals'>;

/** The latest referral that was not withdrawn: what Cafcass replies is about it, and it is the one that is withdrawn. Null for none. */
export const standingReferral = ({ referrals }: WithReferrals): Referral | null =>
  referrals.findLast(({ withdrawnOn }) => withdrawnOn === null) ?? null;

/** Whether each reply leaves the referral with Cafcass, which then still has to say what it does. */
const LEAVES_IT_WITH_CAFCASS = {
  'asks-for-more': true,
  advises: false,
  negotiates: true,
  declines: false,
  'issues-proceedings': false,
} as const satisfies Record<CafcassReply, boolean>;

/** The referral that Cafcass has and has not finished with; null where there is none. There is one at most. */
export const referralWithCafcass = (matter: WithReferrals): Referral | null => {
  const standing = standingReferral(matter);
  return standing !== null && (standing.reply === null || LEAVES_IT_WITH_CAFCASS[standing.reply]) ? standing : null;
};

/** The referrals once another was sent. */
export const withReferral = (referrals: readonly Referral[], sentOn: LocalDate): readonly Referral[] => [
  ...referrals,
  { sentOn, reply: null, repliedOn: null, withdrawnOn: null },
];

/** The referrals once Cafcass has replied on the one that stands. */
export const withReply = (
  referrals: readonly Referral[],
  { reply, repliedOn }: { readonly reply: CafcassReply; readonly repliedOn: LocalDate },
): readonly Referral[] => withStanding(referrals, { reply, repliedOn });

/** The referrals once the one that stands was withdrawn. */
export const withWithdrawal = (referrals: readonly Referral[], withdrawnOn: LocalDate): readonly Referral[] =>
  withStanding(referrals, { withdrawnOn });

const withStanding = (referrals: readonly Referral[], changed: Partial<Referral>): readonly Referral[] => {
  const standing = standingReferral({ referrals });
  return referrals.map((referral) => (referral === standing ? { ...referral, ...changed } : referral));
};
