import type { FinancialYear, LocalDate } from '../../calendar/calendar.js';
import { firstDayOf, lastDayOf } from '../../calendar/dates.js';
import { addMonths } from '../../calendar/months.js';
import type { Reading } from '../../reading/reading.js';
import { groupedBy, type Shared, sharedOf, yearAsked, yearKept } from '../yearly.js';

/** Two disputes about the same child and theme group, the later one raised within six months of the earlier. */
export interface Repeat {
  readonly child: string;
  readonly themeGroup: string;
  readonly reference: string;
  /** Number of the part of the dispute that repeats: the formal one may, where the informal one did, and the other way round. */
  readonly part: number;
  readonly raisedOn: LocalDate;
  readonly earlier: string;
}

/** Every dispute about one child and theme group that repeats another, or is repeated, the earliest first. */
export interface RepeatedMatter {
  readonly child: string;
  readonly themeGroup: string;
  /** Of the last one. */
  readonly lastRaisedOn: LocalDate;
  readonly references: readonly string[];
}

export interface Repeats {
  readonly year: FinancialYear;
  /** Null where nobody kept a register. */
  readonly counted: RepeatsCounted | null;
  readonly notes: readonly string[];
}

export interface RepeatsCounted {
  /** All disputes (records): informal and formal together. */
  readonly raised: number;
  /** Disputes of the year that repeat an earlier one, each once, whoever and however many children it is about. Null: not collected. */
  readonly repeated: Shared | null;
  /** The latest first. */
  readonly matters: readonly RepeatedMatter[];
}

const WITHIN_MONTHS = 6;

/**
 * Disputes that were raised again: same child, same theme group, within six months. A formal dispute that continues an informal one is the same
 * the same matter and repeats nothing; a withdrawn or voided dispute repeats nothing and is not repeated.
 * @throws Refusal `not-a-financial-year`
 */
export const repeats = (year: string, reading: Reading): Repeats => {
  const asked = yearAsked(year);
  const { isKept, notes } = yearKept(asked, reading);
  const raised = raisedIn(asked, reading);
  return {
    year: asked,
    counted: isKept ? counted(raised, isWithoutChildren(asked, reading) ? null : repeatsIn(asked, reading)) : null,
    notes: [...notes, ...(raised.some(({ imported }) => imported === 1) ? [REGISTER_NOTE] : [])],
  };
};

const counted = (raised: readonly Part[], found: readonly Repeat[] | null): RepeatsCounted => {
  if (found === null) return { raised: raised.length, repeated: null, matters: [] };
  const repeating = new Set(found.map(keyOf));
  return {
    raised: raised.length,
    repeated: sharedOf(
      raised.filter((each) => repeating.has(keyOf(each))),
      raised.length,
    ),
    matters: mattersOf(found),
  };
};

type Part = Pick<Repeat, 'reference' | 'part'>;
const keyOf = ({ reference, part }: Part): string => `${reference} ${part}`;

/** No register says which informal dispute a formal one continued. */
const REGISTER_NOTE =
  'a register does not say which informal dispute a formal one continued, so among imported rows that reads as a repeat';

export const mattersOf = (found: readonly Repeat[]): RepeatedMatter[] =>
  groupedBy(found, ({ child, themeGroup }) => [child, themeGroup])
    .map((group) => {
      const { child, themeGroup, raisedOn: lastRaisedOn } = group.at(-1)!;
      return {
        child,
        themeGroup,
        lastRaisedOn,
        references: [...new Set(group.flatMap(({ earlier, reference }) => [earlier, reference]))],
      };
    })
    .sort((a, b) => b.lastRaisedOn.localeCompare(a.lastRaisedOn) || a.child.localeCompare(b.child));

const COUNTS = `kind IN ('informal', 'formal') AND status NOT IN ('voided', 'withdrawn')`;

/** A register without a column for the child: nobody can tell what was raised for the same child again, in this year or from before it. */
const isWithoutChildren = (year: FinancialYear, { readModels }: Reading): boolean =>
  readModels.get<{ without: number }>(
    `SELECT EXISTS (SELECT 1 FROM counted_register AS dispute JOIN json_each(dispute.lacks) AS lacking
       WHERE ${COUNTS} AND lacking.value = 'child' AND raised_on BETWEEN :from AND :to) AS without`,
    { from: addMonths(firstDayOf(year), -WITHIN_MONTHS), to: lastDayOf(year) },
  )!.without === 1;

const raisedIn = (year: FinancialYear, { readModels }: Reading) =>
  readModels.all<Part & { imported: number }>(
    `SELECT reference, part, imported FROM counted_register WHERE year = :year AND ${COUNTS} ORDER BY raised_on, reference`,
    { year },
  );

/** In the order in which they were raised. */
export const repeatsIn = (year: FinancialYear, { readModels }: Pick<Reading, 'readModels'>): Repeat[] =>
  readModels
    .all<Repeat & { earlierOn: LocalDate }>(
      `SELECT named.child, later.theme_group AS themeGroup, later.reference, later.part, later.raised_on AS raisedOn,
              earlier.reference AS earlier, earlier.raised_on AS earlierOn
       FROM (SELECT * FROM counted_register WHERE year = :year AND ${COUNTS}) AS later
       JOIN case_children AS named ON named.reference = later.reference
       JOIN case_children AS before ON before.child = named.child AND before.reference <> later.reference
       JOIN (SELECT * FROM counted_register WHERE ${COUNTS}) AS earlier ON earlier.reference = before.reference
       WHERE earlier.theme_group = later.theme_group
         AND (earlier.raised_on, earlier.reference) < (later.raised_on, later.reference)
         AND earlier.formalised_by IS NOT later.reference AND later.formalises IS NOT earlier.reference
       ORDER BY later.raised_on, later.reference, earlier.raised_on, earlier.reference`,
      { year },
    )
    .flatMap(({ earlierOn, ...repeat }) => (earlierOn >= addMonths(repeat.raisedOn, -WITHIN_MONTHS) ? [repeat] : []));
