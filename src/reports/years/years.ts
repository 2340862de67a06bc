import type { FinancialYear } from '../../calendar/calendar.js';
import { financialYearOf, lastDayOf, londonDate, previousYear } from '../../calendar/dates.js';
import { listImports } from '../../../projections/imports/imports.queries.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import type { Reading } from '../../reading/reading.js';
import { figuresInARow } from '../annual/annual-report.js';
import type { Figure } from '../annual/figures.js';
import { notesOf, recordsKept, yearPeriod } from '../coverage.js';
import { hasRate } from '../disclosure/what-prints.js';
import { averageHeld } from '../over-time/children-held.js';
import { ratioOf } from '../rounding.js';
import { latestNames } from '../team-succession.js';
import { teamsOfYear } from '../teams-of-year.js';
import { ALPHABET, type Counted, yearAsked } from '../yearly.js';
import { type Behind, recordsBehind } from './behind.js';
import { type Break, breaksIn, type Change, type YearInARow } from './breaks.js';
import { ladderChanges, listChanges, structureChanges } from './changes.js';

/** How many years stand in a row. */
export const YEARS_IN_A_ROW = 6;

/** A figure of one year, with why it is not comparable with the years before. */
export interface CellOfYears {
  readonly year: FinancialYear;
  readonly value: number | null;
  readonly missing: string | null;
  /** Of a rate: the count and the children held behind it; of a share: its part and the whole. */
  readonly of: string | null;
  /** The records that are counted; null where the figure is of none that are here, as a total that was published. */
  readonly counted: Counted | null;
  readonly breaks: readonly Break[];
}

export interface RowOfYears {
  /** Code of a measure of the annual report, or id of a team, or of teams together. */
  readonly code: string;
  readonly label: string;
  readonly unit: 'count' | 'percent' | 'ratio';
  /** One for each year, in their order. */
  readonly cells: readonly CellOfYears[];
}

export interface YearsInRow {
  /** The last one. */
  readonly year: FinancialYear;
  /** The earliest first. */
  readonly years: readonly FinancialYear[];
  readonly totals: readonly RowOfYears[];
  /** To 100 children held. */
  readonly rates: readonly RowOfYears[];
  readonly shares: readonly RowOfYears[];
  /** All disputes (records) of each team, A to Z; those that split or merged together as well, which are comparable. */
  readonly teams: readonly RowOfYears[];
  readonly notes: readonly string[];
}

/**
 * Several years in a row, as far as they can be compared (domain brief, section 8: year on year).
 * @throws Refusal `not-a-financial-year`
 */
export const yearsInRow = (year: string, reading: Reading): YearsInRow => {
  const asked = yearAsked(year);
  const years = [asked];
  while (years.length < YEARS_IN_A_ROW) years.unshift(previousYear(years[0]!));
  const { readModels, now } = reading;
  const figures = figuresInARow(years, readModels, now);
  const taken = takenBack(readModels);
  const behind = recordsBehind(years, readModels, now);
  const of = (code: string): YearInARow[] => years.map((each) => inARow(each, figures.get(each)!(code), taken));
  const ladder = ladderChanges(reading);
  const list = listChanges(readModels);
  const row = (code: string, label: string, unit: RowOfYears['unit'], changes: readonly Change[] = []): RowOfYears =>
    rowOf({ code, label, unit }, of(code), changes, ({ year }) => {
      const { value, share } = figures.get(year)!(code);
      return {
        of: share === undefined ? null : `${share.part} of ${share.whole}`,
        counted: countedBehind(behind(year, code), unit === 'count' ? value : share?.part),
      };
    });
  return {
    year: asked,
    years,
    totals: [
      row('informal', 'Informal disputes', 'count'),
      row('formal', 'Formal disputes', 'count'),
      row('disputes', 'All disputes (records)', 'count'),
      row('acknowledgements', 'Practice acknowledgements', 'count'),
    ],
    rates: [
      rateOf('formal', 'Formal disputes to 100 children held', of('formal'), behind, reading),
      rateOf('disputes', 'All disputes (records) to 100 children held', of('disputes'), behind, reading),
    ],
    shares: [
      row('disputes.driftAndDelayPercent', 'Drift and delay, of all disputes (records)', 'percent', list),
      row('formal.stage1.percent', 'Settled or still at stage 1, of formal disputes', 'percent', ladder),
      row('formal.answeredInTimePercent', 'Answered in time, of answers due in formal disputes', 'percent', ladder),
    ],
    teams: teamRows(years, of('disputes'), behind, reading),
    notes: notesOf(
      asked,
      ['informal', 'formal', 'acknowledgement'],
      recordsKept(readModels, londonDate(now)),
      readModels,
    ),
  };
};

const inARow = (
  year: FinancialYear,
  { value, missing, comparable, notes }: Figure,
  taken: ReadonlyMap<FinancialYear, string>,
): YearInARow => {
  const said = taken.get(year);
  return {
    ...{ year, value, comparable, notes },
    missing: missing === null || said === undefined ? missing : `${missing}, ${said}`,
  };
};

const rowOf = (
  head: Pick<RowOfYears, 'code' | 'label' | 'unit'>,
  years: readonly YearInARow[],
  changes: readonly Change[],
  beside: (year: YearInARow) => Pick<CellOfYears, 'of' | 'counted'>,
): RowOfYears => {
  const breaks = breaksIn(years, changes);
  return {
    ...head,
    cells: years.map((each, place) => ({
      ...{ year: each.year, value: each.value, missing: each.missing, breaks: breaks[place]! },
      ...beside(each),
    })),
  };
};

/** The records behind a figure, where they are all that it counts: one that was published may count others. */
const countedBehind = ({ count, references }: Counted, expected: number | null | undefined): Counted | null =>
  count === expected ? { count, references } : null;

/** Years of which a register was read in and taken back, with the day. */
const takenBack = (readModels: ReadModels): ReadonlyMap<FinancialYear, string> =>
  new Map(
    listImports(readModels)
      .filter(({ status }) => status === 'withdrawn')
      .flatMap(({ covers, withdrawnOn }) =>
        covers.flatMap(({ from, to }) =>
          yearsFrom(from, to).map((year): [FinancialYear, string] => [
            year,
            `a register was taken back on ${withdrawnOn}`,
          ]),
        ),
      ),
  );

const yearsFrom = (from: string, to: string): FinancialYear[] => {
  const years: FinancialYear[] = [];
  let year = financialYearOf(to);
  while (lastDayOf(year) >= from) {
    years.push(year);
    year = previousYear(year);
  }
  return years;
};

/** A rate has a base only where enough children are held, on average over the year or as much of it as is over. */
const rateOf = (
  code: string,
  label: string,
  counted: readonly YearInARow[],
  behind: Behind,
  { readModels, now }: Pick<Reading, 'readModels' | 'now'>,
): RowOfYears => {
  const today = londonDate(now);
  const held = averageHeld(
    counted.map(({ year }) => yearPeriod(year)).map(({ from, to }) => ({ from, to: to < today ? to : today })),
    {},
    readModels,
  ).map(({ ofAll }) => ofAll);
  const counts = new Map(counted.map(({ year, value }, place) => [year, { value, held: held[place]! }]));
  const rates = counted.map((each, place): YearInARow => {
    if (each.value === null) return each;
    const whole = held[place]!;
    if (!hasRate(whole)) return { ...each, value: null, missing: 'too few children held, or not known' };
    return { ...each, value: ratioOf({ part: each.value, whole }, 100, 1) };
  });
  return rowOf({ code: `${code}.per100`, label, unit: 'ratio' }, rates, [], ({ year, value }) => {
    const { value: count, held: whole } = counts.get(year)!;
    if (value === null || count === null) return { of: null, counted: null };
    return { of: `${count}, of ${whole} children`, counted: countedBehind(behind(year, code), count) };
  });
};

const teamRows = (
  years: readonly FinancialYear[],
  all: readonly YearInARow[],
  behind: Behind,
  { readModels }: Pick<Reading, 'readModels'>,
): RowOfYears[] => {
  const counts = countsByTeam(years, readModels);
  const structure = structureChanges(readModels);
  const nameOf = latestNames(readModels);
  const teams = [...new Set([...counts.map(({ team }) => team), ...thereIn(years, readModels)])];
  const ofTeams = (ids: readonly string[]): YearInARow[] =>
    all.map((each): YearInARow => {
      if (each.value === null) return each;
      const count = counts
        .filter(({ year, team }) => year === each.year && ids.includes(team))
        .reduce((sum, one) => sum + one.count, 0);
      if (count === 0 && !thereIn([each.year], readModels).some((team) => ids.includes(team)))
        return { ...each, value: null, missing: 'no such team' };
      return { ...each, value: count };
    });
  const ofThese =
    (ids: readonly string[]) =>
    ({ year, value }: YearInARow): Pick<CellOfYears, 'of' | 'counted'> => ({
      of: null,
      counted: countedBehind(behind(year, 'disputes', ids), value),
    });
  const alone = teams.map((team) => {
    const changes = structure.filter(({ teams: of }) => of.includes(team)).flatMap((each) => each.changes);
    return rowOf({ code: team, label: nameOf(team), unit: 'count' }, ofTeams([team]), changes, ofThese([team]));
  });
  const together = structure
    .filter(({ teams: of }) => of.some((team) => teams.includes(team)))
    .map(({ teams: of }) => {
      const label = `${of.map(nameOf).sort(ALPHABET.compare).join(' + ')}, together`;
      return rowOf({ code: `together-${of.join('-')}`, label, unit: 'count' }, ofTeams(of), [], ofThese(of));
    });
  return [...alone, ...together].sort((one, other) => ALPHABET.compare(one.label, other.label));
};

const countsByTeam = (
  years: readonly FinancialYear[],
  readModels: ReadModels,
): { readonly year: FinancialYear; readonly team: string; readonly count: number }[] =>
  readModels.all(
    `SELECT year, team, count(*) AS "count" FROM counted_register
      WHERE year IN (SELECT value FROM json_each(:years)) AND kind IN ('informal', 'formal') AND status <> 'voided'
      GROUP BY year, team ORDER BY year, team`,
    { years: JSON.stringify(years) },
  );

const thereIn = (years: readonly FinancialYear[], readModels: ReadModels): string[] => [
  ...new Set(years.flatMap((year) => teamsOfYear(year, readModels).map(({ team }) => team))),
];
