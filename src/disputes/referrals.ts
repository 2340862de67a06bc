import type { LocalDate } from '../calendar/calendar.js';
import type { Matter } from './dispute.js';
import type { CafcassReply } from './events.js';

/** A referral to Cafcass that was sent, and was not withdrawn. */
export interface Referral {
  readonly sentOn: LocalDate;
  /** The latest reply on it; null where Cafcass has not replied. */
  readonly reply: CafcassReply | null;
  /** The day of that reply; null where there is none. */
  readonly repliedOn: LocalDate | null;
}

type WithReferrals = Pick<Matter, 'referrals'>;

/** The latest referral that was not withdrawn: what Cafcass replies is about it, and it is the one that is withdrawn. Null for none. */
export const standingReferral = ({ referrals }: WithReferrals): Referral | null => referrals.at(-1) ?? null;

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
  { sentOn, reply: null, repliedOn: null },
];

/** The referrals once Cafcass has replied on the latest. */
export const withReply = (
  referrals: readonly Referral[],
  { reply, repliedOn }: { readonly reply: CafcassReply; readonly repliedOn: LocalDate },
): readonly Referral[] =>
  referrals.map((referral, index) => (index === referrals.length - 1 ? { ...referral, reply, repliedOn } : referral));
