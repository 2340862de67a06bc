import type { LocalDate } from '../calendar/calendar.js';
import type { Actor } from '../platform/event-store/event-store.js';
import type { Matter } from './dispute.js';
import type { CafcassReply } from './events.js';

/** A referral to Cafcass that was sent. */
export interface Referral {
  readonly sentOn: LocalDate;
  /** Person id of the one who referred it, or for whom somebody stood in. */
  readonly by: string;
  /** The kind of post from which it was sent. */
  readonly from: string | null;
  /** The latest reply on it; null where Cafcass has not replied. */
  readonly reply: CafcassReply | null;
  /** The day of that reply; null where there is none. */
  readonly repliedOn: LocalDate | null;
  /** The day on which what that reply asks for was sent; null where it was not, or nothing is asked. */
  readonly moreSentOn: LocalDate | null;
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

/**
 * Cafcass continues the matter: it has a referral and has not finished with it, or has taken it to court. Neither is so once Cafcass has
 * declined it or answered with advice, nor once it is withdrawn.
 */
export const isContinuedByCafcass = (matter: WithReferrals): boolean =>
  referralWithCafcass(matter) !== null || standingReferral(matter)?.reply === 'issues-proceedings';

/** Cafcass had it and does not continue it: it has declined it, or the referral was withdrawn. */
export const isNotContinuedByCafcass = (matter: WithReferrals): boolean => {
  const standing = standingReferral(matter);
  return standing === null || standing.reply === 'declines';
};

/** The referrals once another was sent. */
export const withReferral = (
  referrals: readonly Referral[],
  sentOn: LocalDate,
  { person, actingFor, role }: Pick<Actor, 'person' | 'actingFor' | 'role'>,
): readonly Referral[] => [
  ...referrals,
  { sentOn, by: actingFor ?? person, from: role, reply: null, repliedOn: null, moreSentOn: null, withdrawnOn: null },
];

/**
 * The referrals once a reply of Cafcass on the one that stands is on record. Of several the latest by its day counts: a letter that is
 * written down late changes nothing of what Cafcass has said since.
 */
export const withReply = (
  referrals: readonly Referral[],
  { reply, repliedOn }: { readonly reply: CafcassReply; readonly repliedOn: LocalDate },
): readonly Referral[] => {
  const { repliedOn: latest = null } = standingReferral({ referrals }) ?? {};
  return latest !== null && repliedOn < latest
    ? referrals
    : withStanding(referrals, { reply, repliedOn, moreSentOn: null });
};

/** The referrals once Cafcass was sent what it asked for. */
export const withMoreSent = (referrals: readonly Referral[], moreSentOn: LocalDate): readonly Referral[] =>
  withStanding(referrals, { moreSentOn });

/** The referrals once the one that stands was withdrawn. */
export const withWithdrawal = (referrals: readonly Referral[], withdrawnOn: LocalDate): readonly Referral[] =>
  withStanding(referrals, { withdrawnOn });

const withStanding = (referrals: readonly Referral[], changed: Partial<Referral>): readonly Referral[] => {
  const standing = standingReferral({ referrals });
  return referrals.map((referral) => (referral === standing ? { ...referral, ...changed } : referral));
};
