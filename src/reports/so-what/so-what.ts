import type { FinancialYear, LocalDate, Quarter } from '../../calendar/calendar.js';
import { dateColumns } from '../../../projections/deadlines/date-columns.js';
import { isLocalDate } from '../../calendar/dates.js';
import { ACTION_IS_OF_PART } from '../../../projections/dispute-register/counted-parts.js';
import { missedIn } from '../../disputes/time/late-in-sql.js';
import type { ImpactCode } from '../../disputes/events.js';
import type { Reading } from '../../reading/reading.js';
import type { KeptFact } from '../coverage.js';
import { roundedInWords } from '../shares.js';
import {
  countedOf,
  type Counted,
  groupedBy,
  type Shared,
  sharedAmong,
  type SharedOf,
  sharedOf,
  takenOn,
  yearAsked,
  type YearKept,
  yearKept,
} from '../yearly.js';
import { type ThemeActionFigures, themeActionFigures } from './theme-actions.js';

/** A dispute of the year that came to a stated end, and what came of it. */
export interface Closed {
  readonly reference: string;
  /** Outcome code; null where a register does not say. */
  readonly outcome: string | null;
  /** The change for the child; empty if a register does not say. */
  readonly impact: readonly ImpactCode[];
  readonly reopened: boolean;
  /** A later dispute raises the same matter again. */
  readonly reRaised: boolean;
  /** It was recorded in the service, or somebody has taken it on there. */
  readonly isTakenOn: boolean;
}

/** An action agreed in a dispute of the year. */
export interface Agreed {
  readonly reference: string;
  /** A date, or words. */
  readonly by: string | null;
  readonly doneOn: LocalDate | null;
  /** Its date was missed: what is recorded after it was, whatever day is said. */
  readonly missed: boolean;
  /** Recorded after its date, and the IRO has confirmed that it was done in time. */
  readonly confirmedInTime: boolean;
}

/** Each action in one of these, so they add up to all that were agreed. */
export interface ActionFigures {
  readonly agreed: number;
  readonly doneInTime: Counted;
  /** In time, confirmed afterwards: recorded after the date, and the IRO has said why it counts as in time. */
  readonly confirmedInTime: Counted;
  readonly doneLate: Counted;
  /** Done, with no date to be in time for. */
  readonly done: Counted;
  readonly overdue: Counted;
  readonly toCome: Counted;
  /** Not done, and no day by which it was to be. */
  readonly withoutDate: Counted;
  /** Done in time, of those that had a day and are done or overdue. */
  readonly inTimePercent: number | null;
}

export interface SoWhat {
  readonly year: FinancialYear;
  /** Null where nobody kept a register. */
  readonly counted: SoWhatCounted | null;
  readonly notes: readonly string[];
}

export interface SoWhatCounted {
  /** All disputes (records): informal and formal together. */
  readonly raised: number;
  /** Resolved, stalemate or ended otherwise: not withdrawn, and not those continued as formal ones. Null: not collected. */
  readonly closed: Shared | null;
  /** Null: closed, outcome not recorded. They add up to all that are closed; none where a register has no column for it. */
  readonly outcomes: readonly (Shared & { readonly outcome: string | null })[] | null;
  /** One dispute may have several, so these may add up to more than are closed. Null: not written down. None where a register has no column for it. */
  readonly impact: readonly (Shared & { readonly impact: ImpactCode | null })[] | null;
  /** No register has these: null where nobody worked in the service itself, "not collected". */
  readonly reopened: Counted | null;
  /** Of those closed that were recorded or taken on in the service. */
  readonly reRaised: SharedOf | null;
  readonly actions: ActionFigures | null;
  /** Undertaken over themes in meetings held in the year. */
  readonly overThemes: ThemeActionFigures | null;
}

/**
 * The results of the disputes raised in a year (domain brief, section 8).
 * @throws Refusal `not-a-financial-year`
 */
export const soWhat = (year: string, reading: Reading): SoWhat => {
  const asked = yearAsked(year);
  const kept = yearKept(asked, reading);
  const made = kept.isKept ? counted(asked, kept, reading) : null;
  return { year: asked, counted: made, notes: [...kept.notes, ...(made === null ? [] : roundedApart(made))] };
};

/** Outcomes are all there is of what is closed; where their shares do not add to 100 that is said. */
const roundedApart = ({ closed, outcomes }: SoWhatCounted): string[] => {
  if (closed === null || closed.count === 0 || outcomes === null) return [];
  const added = outcomes.reduce((sum, { percent }) => sum + (percent ?? 0), 0);
  return added === 100 ? [] : [roundedInWords('outcomes', added)];
};

const counted = (year: FinancialYear, kept: YearKept, reading: Reading): SoWhatCounted => {
  const all = disputesOf(year, reading);
  const closed = all.filter(isClosed);
  return {
    ...changedAmong(all, lackingIn(kept)),
    ...(kept.isLive
      ? {
          reopened: countedOf(all.filter(({ reopened }) => reopened)),
          reRaised: sharedAmong(
            takenOn(closed).filter(({ reRaised }) => reRaised),
            takenOn(closed).length,
          ),
          actions: actionFigures(actionsOf(year, reading)),
          overThemes: themeActionFigures(year, reading),
        }
      : { reopened: null, reRaised: null, actions: null, overThemes: null }),
  };
};

/** How disputes ended, and what changed for the child. */
export type Changed = Pick<SoWhatCounted, 'raised' | 'closed' | 'outcomes' | 'impact'>;

/** Whether some record of the year is from a register without a column for one of these facts. */
type Lacking = (...facts: readonly KeptFact[]) => boolean;

const lackingIn =
  (kept: YearKept): Lacking =>
  (...facts) =>
    KINDS.some((kind) => kept.lacks(kind, ...facts));
const KINDS = ['informal', 'formal'] as const;

const changedAmong = (all: readonly DisputeOfYear[], lack: Lacking): Changed => {
  const closed = all.filter(isClosed);
  const notSaid = closed.filter(({ impact }) => impact.length === 0);
  const codes = [...new Set(closed.flatMap(({ impact }) => impact))].sort();
  return {
    raised: all.length,
    closed: lack('end') ? null : sharedOf(closed, all.length),
    outcomes: lack('outcome')
      ? null
      : groupedBy(closed, ({ outcome }) => outcome)
          .map((group) => ({ outcome: group[0]!.outcome, ...sharedOf(group, closed.length) }))
          .sort((a, b) => (a.outcome ?? LAST).localeCompare(b.outcome ?? LAST)),
    impact: lack('end', 'impact')
      ? null
      : [
          ...codes.map((code) => ({
            impact: code,
            ...sharedOf(
              closed.filter(({ impact }) => impact.includes(code)),
              closed.length,
            ),
          })),
          ...(notSaid.length === 0 ? [] : [{ impact: null, ...sharedOf(notSaid, closed.length) }]),
        ],
  };
};

/** The same of one team’s disputes, for each quarter of the year in which some were raised. */
export const changedByQuarter = (
  year: FinancialYear,
  team: string,
  reading: Reading,
): ReadonlyMap<Quarter, Changed> => {
  const lacking = lackingIn(yearKept(year, reading));
  const theirs = disputesOf(year, reading, team);
  return new Map(
    groupedBy(theirs, ({ quarter }) => quarter).map((raised) => [raised[0]!.quarter, changedAmong(raised, lacking)]),
  );
};

/** It came to a stated end: not withdrawn, and not continued as a formal one. */
export const isClosed = ({ status }: { readonly status: string }): boolean => CLOSED.includes(status);
const CLOSED: readonly string[] = ['resolved', 'stalemate', 'ended-otherwise'];
const LAST = '~';

export const actionFigures = (agreed: readonly Agreed[]): ActionFigures => {
  const of = (which: (action: Agreed) => boolean): readonly Agreed[] => agreed.filter(which);
  const inTime = of(({ by, doneOn, missed }) => isLocalDate(by) && doneOn !== null && !missed);
  const late = of(({ doneOn, missed }) => doneOn !== null && missed);
  const overdue = of(({ doneOn, missed }) => doneOn === null && missed);
  return {
    agreed: agreed.length,
    doneInTime: countedOf(inTime.filter(({ confirmedInTime }) => !confirmedInTime)),
    confirmedInTime: countedOf(inTime.filter(({ confirmedInTime }) => confirmedInTime)),
    doneLate: countedOf(late),
    done: countedOf(of(({ by, doneOn }) => !isLocalDate(by) && doneOn !== null)),
    overdue: countedOf(overdue),
    toCome: countedOf(of(({ by, doneOn, missed }) => isLocalDate(by) && doneOn === null && !missed)),
    withoutDate: countedOf(of(({ by, doneOn }) => !isLocalDate(by) && doneOn === null)),
    inTimePercent: sharedOf(inTime, inTime.length + late.length + overdue.length).percent,
  };
};

interface DisputeOfYear extends Closed {
  readonly status: string;
  /** Id of the team under which it is counted. */
  readonly team: string;
  /** In which it was raised. */
  readonly quarter: Quarter;
}

/** @param team of which team alone; null for all of them */
const disputesOf = (year: FinancialYear, { readModels }: Reading, team: string | null = null): DisputeOfYear[] =>
  readModels
    .all<{
      reference: string;
      status: string;
      team: string;
      quarter: Quarter;
      outcome: string | null;
      impact: string;
      reopened: number;
      reRaised: number;
      taken: number;
    }>(
      `SELECT reference, status, team, quarter, outcome, impact, reopened > 0 AS reopened, taken_on AS taken,
              reference IN (SELECT re_raises FROM dispute_register WHERE re_raises IS NOT NULL AND status <> 'voided') AS reRaised
       FROM counted_register
       WHERE year = :year AND kind IN ('informal', 'formal') AND status <> 'voided' AND (:team IS NULL OR team = :team)
       ORDER BY raised_on, reference`,
      { year, team },
    )
    .map(({ impact, reopened, reRaised, taken, ...dispute }) => ({
      ...dispute,
      impact: JSON.parse(impact) as ImpactCode[],
      reopened: reopened === 1,
      reRaised: reRaised === 1,
      isTakenOn: taken === 1,
    }));

/** The actions agreed in the year's disputes. Of a withdrawn dispute only those that were done: the others are owed no more. */
const actionsOf = (year: FinancialYear, { readModels, now }: Reading): Agreed[] =>
  readModels
    .all<Omit<Agreed, 'missed' | 'confirmedInTime'> & { missed: number | null; confirmedInTime: number }>(
      `SELECT action.reference, action."by", action.done_on AS doneOn, ${missedIn(dateColumns('date'))} AS missed,
            action.confirmed_in_time AS confirmedInTime
     FROM counted_register AS dispute JOIN actions AS action ON action.reference = dispute.reference AND ${ACTION_IS_OF_PART}
     LEFT JOIN deadlines AS date
       ON date.reference = action.reference AND date.deadline = 'action' AND date.part = action.action_id
     WHERE dispute.year = :year AND dispute.status <> 'voided'
       AND (dispute.status <> 'withdrawn' OR action.done_on IS NOT NULL)
     ORDER BY dispute.raised_on, action.reference, action.action_id`,
      { year, now },
    )
    .map(({ missed, confirmedInTime, ...action }) => ({
      ...action,
      missed: missed === 1,
      confirmedInTime: confirmedInTime === 1,
    }));
