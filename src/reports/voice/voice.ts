import type { FinancialYear, Quarter } from '../../calendar/calendar.js';
import { londonDate, quarterPeriod, quartersOf } from '../../calendar/dates.js';
import type { ImpactCode } from '../../disputes/events.js';
import { changedSomething } from '../../disputes/changed-something.js';
import type { Reading } from '../../reading/reading.js';
import { NOT_BEGUN, NOT_COLLECTED, recordsKept } from '../coverage.js';
import { isClosed } from '../so-what/so-what.js';
import {
  countedOf,
  type Counted,
  type Shared,
  sharedAmong,
  type SharedOf,
  sharedOf,
  yearAsked,
  yearKept,
} from '../yearly.js';

/** What was written down of the child in the disputes of a year, or of a quarter of it. */
export interface HeardFigures {
  /** All disputes (records) that were recorded or taken on in the service: no register has a column for what the child says. */
  readonly recorded: Counted;
  readonly told: Shared;
  readonly viewRecorded: Shared;
  readonly advocateOffered: Shared;
  /** None of the three is written down. */
  readonly nothing: Shared;
  /** Something changed for the child, of those that closed with the child’s view on record, and of those that closed without it. */
  readonly changedWithView: SharedOf;
  readonly changedWithout: SharedOf;
}

export interface HeardInQuarter {
  readonly quarter: Quarter;
  /** Null: the word says why. */
  readonly figures: HeardFigures | null;
  readonly word: string | null;
}

export interface Voice {
  readonly year: FinancialYear;
  /** Null where nobody worked in the service itself in that year: not collected. */
  readonly counted: HeardFigures | null;
  readonly quarters: readonly HeardInQuarter[];
  readonly notes: readonly string[];
}

/** A dispute as far as it says whether its child was heard. */
export interface Hearing {
  readonly reference: string;
  readonly quarter: Quarter;
  readonly hasView: boolean;
  /** Null where nobody wrote it. */
  readonly wasTold: boolean | null;
  readonly advocateOffered: boolean | null;
  readonly isClosed: boolean;
  readonly impact: readonly ImpactCode[];
}

/**
 * Whether children were told, heard and offered an advocate in the disputes of a year, and whether anything changed for those who were heard.
 * @throws Refusal `not-a-financial-year`
 */
export const voice = (year: string, reading: Reading): Voice => {
  const asked = yearAsked(year);
  const today = londonDate(reading.now);
  const { notes } = yearKept(asked, reading);
  const kept = recordsKept(reading.readModels, today);
  const all = hearingsOf(asked, reading);
  const isKnown = (quarter: Quarter, of: readonly Hearing[]): boolean =>
    of.length > 0 || kept.recordedHere(quarterPeriod(quarter)).extent !== 'none';
  const quarters = quartersOf(asked).map((quarter): HeardInQuarter => {
    const ofQuarter = all.filter((each) => each.quarter === quarter);
    if (isKnown(quarter, ofQuarter)) return { quarter, figures: heardAmong(ofQuarter), word: null };
    return { quarter, figures: null, word: quarterPeriod(quarter).from > today ? NOT_BEGUN : NOT_COLLECTED };
  });
  const isCollected = quarters.some(({ figures }) => figures !== null);
  return { year: asked, counted: isCollected ? heardAmong(all) : null, quarters, notes };
};

export const heardAmong = (all: readonly Hearing[]): HeardFigures => {
  const those = (which: (hearing: Hearing) => boolean): Shared => sharedOf(all.filter(which), all.length);
  const changedOf = (closed: readonly Hearing[]): SharedOf =>
    sharedAmong(
      closed.filter(({ impact }) => changedSomething(impact)),
      closed.length,
    );
  const closed = all.filter((each) => each.isClosed);
  return {
    recorded: countedOf(all),
    told: those(({ wasTold }) => wasTold === true),
    viewRecorded: those(({ hasView }) => hasView),
    advocateOffered: those(({ advocateOffered }) => advocateOffered === true),
    nothing: those(({ hasView, wasTold, advocateOffered }) => !hasView && wasTold === null && advocateOffered === null),
    changedWithView: changedOf(closed.filter(({ hasView }) => hasView)),
    changedWithout: changedOf(closed.filter(({ hasView }) => !hasView)),
  };
};

const hearingsOf = (year: FinancialYear, { readModels }: Reading): Hearing[] =>
  readModels
    .all<{
      reference: string;
      quarter: Quarter;
      status: string;
      impact: string;
      hasView: number;
      wasTold: number | null;
      advocateOffered: number | null;
    }>(
      `SELECT reference, quarter, status, impact, child_view AS hasView, child_told AS wasTold, advocate_offered AS advocateOffered
       FROM counted_register
       WHERE year = :year AND kind IN ('informal', 'formal') AND status <> 'voided' AND taken_on
       ORDER BY raised_on, reference`,
      { year },
    )
    .map(({ reference, quarter, status, impact, hasView, wasTold, advocateOffered }) => ({
      ...{ reference, quarter, hasView: hasView === 1, isClosed: isClosed({ status }) },
      wasTold: wasTold === null ? null : wasTold === 1,
      advocateOffered: advocateOffered === null ? null : advocateOffered === 1,
      impact: JSON.parse(impact) as ImpactCode[],
    }));
