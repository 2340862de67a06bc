import { teamNameOn } from '../../../projections/names.js';
import type { FinancialYear } from '../../calendar/calendar.js';
import { lacks } from '../coverage.js';
import type { Reading } from '../../reading/reading.js';
import type { Rung } from '../stages-of-year.js';
import { roundedInWords } from '../shares.js';
import {
  groupedBy,
  type Shared,
  sharedAmong,
  type SharedOf,
  sharedOf,
  takenOn,
  yearAsked,
  yearKept,
} from '../yearly.js';

/**
 * The place in which a dispute came to rest, each in one only: `settled` at a stage (0: informally), after a `challenge` meeting had decided,
 * continued by `cafcass`, `became-formal` (counted on as a formal one), `stalemate`, `ended-otherwise`, `closed-not-recorded` (it ended,
 * and nobody wrote how), `withdrawn`, `open`, or `not-collected`, if its register has no column that says.
 */
export type Place =
  | 'settled'
  | 'challenge'
  | 'cafcass'
  | 'became-formal'
  | 'stalemate'
  | 'ended-otherwise'
  | 'closed-not-recorded'
  | 'withdrawn'
  | 'open'
  | 'not-collected';

export interface Rested {
  readonly reference: string;
  readonly kind: 'informal' | 'formal';
  readonly ladder: string;
  readonly team: string;
  readonly place: Place;
  /** Of those settled, the highest stage reached; null for the others, and where a register has no column for it. */
  readonly stage: number | null;
  readonly referredToCafcass: boolean;
  readonly isTakenOn: boolean;
}

export interface PlaceFigure extends Shared {
  readonly place: Place;
  readonly stage: number | null;
}

/** Informal and formal apart: one that became formal is one of each, and their sum would count it twice. */
export interface KindFigures {
  readonly kind: 'informal' | 'formal';
  /** Code of the ladder whose disputes these are; null where there is one for all of them. */
  readonly ladder: string | null;
  readonly raised: number;
  /** Their counts add up to all that were raised; a place at which none came to rest is there with 0. */
  readonly places: readonly PlaceFigure[];
  /** Referred at any time, whatever became of it, of those recorded or taken on in the service; null: not collected. */
  readonly referredToCafcass: SharedOf | null;
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
  const { isLive, covers, rungs, ladders, notes } = yearKept(asked, reading);
  const rested = restedIn(asked, reading);
  const kinds = KINDS.flatMap((kind) =>
    (ladders.length > 1 ? ladders : [null]).flatMap((ladder) => {
      const disputes = rested.filter((each) => each.kind === kind && (ladder === null || each.ladder === ladder));
      if (disputes.length === 0 && !covers(kind)) return [];
      const stages = rungs.filter((rung) => ladder === null || rung.ladder === ladder).filter(belongsTo(kind));
      return [
        figuresOf(
          kind,
          ladder,
          disputes,
          isLive,
          stages.map(({ stage }) => stage),
        ),
      ];
    }),
  );
  return { year: asked, kinds, notes: [...notes, ...kinds.flatMap(roundedApart)] };
};

const KINDS = ['informal', 'formal'] as const;

/** A stage at which a dispute of the kind can come to rest. The informal stage is there for all to see, also where no ladder has one. */
const belongsTo =
  (kind: KindFigures['kind']) =>
  ({ stage, countsAs }: Rung): boolean =>
    kind === 'formal' ? countsAs === 'formal' : stage > 0 && countsAs !== 'formal';

/**
 * @param isLive whether referrals were written down at all: no register has them
 * @param stages of the ladder at which a dispute of the kind can come to rest, but for the informal one: each has its line, also with 0
 */
export const figuresOf = (
  kind: KindFigures['kind'],
  ladder: string | null,
  disputes: readonly Rested[],
  isLive: boolean,
  stages: readonly number[],
): KindFigures => {
  const isKnown = disputes.every(({ place }) => place !== 'not-collected');
  const places = [
    ...groupedBy(disputes, ({ place, stage }) => [place, stage]),
    ...(isKnown ? placesWithNone(kind, disputes, stages) : []),
  ];
  return {
    kind,
    ladder,
    raised: disputes.length,
    places: places
      .map((place): PlaceFigure => {
        const { count, percent, references } = sharedOf(Array.isArray(place) ? place : [], disputes.length);
        const { place: where, stage } = Array.isArray(place) ? place[0]! : place;
        // Beside disputes of which nobody knows where they came to rest, a share would be too low.
        return { place: where, stage, count, percent: isKnown ? percent : null, references };
      })
      .sort((a, b) => PLACES.indexOf(a.place) - PLACES.indexOf(b.place) || (a.stage ?? LAST) - (b.stage ?? LAST)),
    referredToCafcass: isLive
      ? sharedAmong(
          takenOn(disputes).filter(({ referredToCafcass }) => referredToCafcass),
          takenOn(disputes).length,
        )
      : null,
  };
};

const LAST = 99;

/** Each place that belongs to a table of the kind and at which none of them came to rest. */
const placesWithNone = (
  kind: KindFigures['kind'],
  disputes: readonly Rested[],
  stages: readonly number[],
): { readonly place: Place; readonly stage: number | null }[] => {
  const settledAt = kind === 'informal' ? [0, ...stages] : stages;
  const belong = [
    ...settledAt.map((stage) => ({ place: 'settled' as const, stage })),
    ...BELONG[kind].map((place) => ({ place, stage: null })),
  ];
  return belong.filter(({ place, stage }) => !disputes.some((each) => each.place === place && each.stage === stage));
};

const BELONG: Readonly<Record<KindFigures['kind'], readonly Place[]>> = {
  informal: ['cafcass', 'became-formal', 'ended-otherwise', 'withdrawn', 'open'],
  formal: ['challenge', 'cafcass', 'stalemate', 'ended-otherwise', 'withdrawn', 'open'],
};

/** Shares that do not add to 100 say so. */
const roundedApart = ({ kind, ladder, raised, places }: KindFigures): string[] => {
  const added = places.reduce((sum, { percent }) => sum + (percent ?? 0), 0);
  const isShared = raised > 0 && places.every(({ percent }) => percent !== null);
  return isShared && added !== 100
    ? [roundedInWords(`${kind} disputes${ladder === null ? '' : ` on the ladder ${ladder}`}`, added)]
    : [];
};

const PLACES: readonly Place[] = [
  'settled',
  'challenge',
  'cafcass',
  'became-formal',
  'stalemate',
  'ended-otherwise',
  'closed-not-recorded',
  'withdrawn',
  'open',
  'not-collected',
];

export const restedIn = (year: FinancialYear, { readModels }: Pick<Reading, 'readModels'>): Rested[] =>
  readModels
    .all<Omit<Rested, 'referredToCafcass' | 'isTakenOn'> & { referred: number; taken: number }>(
      `SELECT dispute.reference, dispute.kind, dispute.ladder, ${teamNameOn('dispute.team', 'dispute.raised_on')} AS team, ${PLACE} AS place,
              CASE WHEN ${PLACE} = 'settled' AND NOT ${lacks('stage')} THEN dispute.stage END AS stage,
              dispute.cafcass_referrals > 0 AS referred, dispute.taken_on AS taken
       FROM counted_register AS dispute
       WHERE dispute.year = :year AND dispute.kind IN ('informal', 'formal') AND dispute.status <> 'voided'
       ORDER BY dispute.raised_on, dispute.reference`,
      { year },
    )
    .map(({ referred, taken, ...dispute }) => ({
      ...dispute,
      referredToCafcass: referred === 1,
      isTakenOn: taken === 1,
    }));

const PLACE = `CASE
  WHEN dispute.outcome IS 'TO-CAF' THEN 'cafcass'
  WHEN dispute.status = 'resolved' AND dispute.challenge_meeting IS TRUE THEN 'challenge'
  WHEN dispute.status = 'resolved' THEN 'settled'
  WHEN dispute.status = 'formalised' THEN 'became-formal'
  WHEN dispute.status = 'ended-otherwise' AND dispute.outcome IS NULL THEN 'closed-not-recorded'
  WHEN dispute.status = 'open' AND ${lacks('end')} THEN 'not-collected'
  ELSE dispute.status END`;
