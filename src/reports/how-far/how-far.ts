import { teamNameOn } from '../../../projections/names.js';
import type { FinancialYear } from '../../calendar/calendar.js';
import type { Reading } from '../../reading/reading.js';
import { groupedBy, type Shared, sharedOf, yearAsked, yearKept } from '../yearly.js';

/**
 * Where a dispute came to rest, each in one place only: `settled` at a stage (0: informally), after a `challenge` meeting had decided,
 * carried on by `cafcass`, `became-formal` (counted on as a formal one), `stalemate`, `ended-otherwise`, `withdrawn`, or `open`.
 */
export type Place =
  'settled' | 'challenge' | 'cafcass' | 'became-formal' | 'stalemate' | 'ended-otherwise' | 'withdrawn' | 'open';

export interface Rested {
  readonly reference: string;
  readonly kind: 'informal' | 'formal';
  readonly team: string;
  readonly place: Place;
  /** Of those settled, the highest stage reached; null for the others. */
  readonly stage: number | null;
  readonly referredToCafcass: boolean;
}

export interface PlaceFigure extends Shared {
  readonly place: Place;
  readonly stage: number | null;
}

/** Informal and formal apart: one that became formal is one of each, and their sum would count it twice. */
export interface KindFigures {
  readonly kind: 'informal' | 'formal';
  readonly raised: number;
  /** Their counts add up to all that were raised. */
  readonly places: readonly PlaceFigure[];
  /** Referred at any time, whatever became of it; null: not collected. */
  readonly referredToCafcass: Shared | null;
}

export interface HowFar {
  readonly year: FinancialYear;
  /** Without those of which nobody kept a register. */
  readonly kinds: readonly KindFigures[];
  readonly notes: readonly string[];
}

/**
 * How far the disputes raised in a year went (domain brief, section 8).
 * @throws Refusal `not-a-financial-year`
 */
export const howFar = (year: string, reading: Reading): HowFar => {
  const asked = yearAsked(year);
  const { isLive, notes } = yearKept(asked, reading);
  return {
    year: asked,
    kinds: groupedBy(restedIn(asked, reading), ({ kind }) => kind)
      .map((disputes) => figuresOf(disputes, isLive))
      .sort((a) => (a.kind === 'informal' ? -1 : 1)),
    notes,
  };
};

/** @param isLive whether referrals were written down at all: no register has them */
export const figuresOf = (disputes: readonly Rested[], isLive: boolean): KindFigures => ({
  kind: disputes[0]!.kind,
  raised: disputes.length,
  places: groupedBy(disputes, ({ place, stage }) => [place, stage])
    .map((group) => ({
      place: group[0]!.place,
      stage: group[0]!.stage,
      ...sharedOf(group, disputes.length),
    }))
    .sort((a, b) => PLACES.indexOf(a.place) - PLACES.indexOf(b.place) || (a.stage ?? 0) - (b.stage ?? 0)),
  referredToCafcass: isLive
    ? sharedOf(
        disputes.filter(({ referredToCafcass }) => referredToCafcass),
        disputes.length,
      )
    : null,
});

const PLACES: readonly Place[] = [
  'settled',
  'challenge',
  'cafcass',
  'became-formal',
  'stalemate',
  'ended-otherwise',
  'withdrawn',
  'open',
];

export const restedIn = (year: FinancialYear, { readModels }: Pick<Reading, 'readModels'>): Rested[] =>
  readModels
    .all<Omit<Rested, 'referredToCafcass'> & { referred: number }>(
      `SELECT dispute.reference, dispute.kind, ${teamNameOn('dispute.team', 'dispute.raised_on')} AS team, ${PLACE} AS place,
              CASE WHEN ${PLACE} = 'settled' THEN dispute.stage END AS stage, dispute.cafcass_referrals > 0 AS referred
       FROM dispute_register AS dispute
       WHERE dispute.year = :year AND dispute.kind IN ('informal', 'formal') AND dispute.status <> 'voided'
       ORDER BY dispute.raised_on, dispute.reference`,
      { year },
    )
    .map(({ referred, ...dispute }) => ({ ...dispute, referredToCafcass: referred === 1 }));

const PLACE = `CASE
  WHEN dispute.outcome IS 'TO-CAF' THEN 'cafcass'
  WHEN dispute.status = 'resolved' AND dispute.challenge_meeting IS TRUE THEN 'challenge'
  WHEN dispute.status = 'resolved' THEN 'settled'
  WHEN dispute.status = 'formalised' THEN 'became-formal'
  ELSE dispute.status END`;
