import type { Instant } from '../../../calendar/calendar.js';
import { financialYearOf, firstDayOf, lastDayOf, londonDate, quarterOf } from '../../../calendar/dates.js';
import type { ReadModels } from '../../../platform/projections/projection.js';
import type { RegisterKind } from '../../../register/events.js';
import { annualReport, type ReportedMeasure } from '../../annual/annual-report.js';
import { recordsKept, whyUnknown } from '../../coverage.js';
import { keyAt } from '../../disclosure/cross-table.js';
import type { Hider } from '../../disclosure/hider.js';
import { printedTable, tableOfKeys } from '../../disclosure/printed-table.js';
import type { Release } from '../../disclosure/release.js';
import { THRESHOLDS } from '../../disclosure/small.js';
import { changeShown, shareShown, type Shown, type Unprinted } from '../../disclosure/what-prints.js';
import { measuresFor } from '../../measures.js';
import type {
  FrozenMeasure,
  FrozenTable,
  FiguresFrozen,
  ReleasedFigures,
  ReportDrafted,
  TableChosen,
} from '../events.js';
import { figureNamed } from '../as-corrected.js';
import { RECORDS_IN_WORDS } from '../in-words.js';
import type { BesideIt } from './beside-it.js';
import { countedRecords, type Days, yearBefore } from './counted-records.js';
import { hiddenAmongAll, type Hidden, NOTHING_HIDDEN, type RecordsCounted } from './hidden-among-all.js';
import {
  CUTS,
  dimensionsOf,
  releaseOfTables,
  type TableCode,
  tableInWords,
  type TablesTried,
  tablesOfUse,
  usualTables,
} from './layouts.js';
import { keyOfTotal } from './linked-release.js';
import { DRIFT, halfOf, type Places, placesOf } from './places.js';

export type FiguresCounted = Omit<FiguresFrozen, 'edition' | 'lastEvent' | 'besides' | 'disclosures'>;

export interface FiguresAsked {
  readonly asAt: Instant;
  /** The tables that people chose; null leaves the choice to the program. */
  readonly layout: readonly TableChosen[] | null;
  readonly totalsAnyway: readonly RegisterKind[];
  /** What the readers have already, of these days or of others from which something about these days follows. */
  readonly besides: readonly BesideIt[];
}

type Drafted = Pick<ReportDrafted, 'from' | 'to' | 'audience'>;

/** Kinds of record, each counted by itself: they are never added. */
export const RECORDS = ['informal', 'formal', 'acknowledgement'] as const satisfies readonly RegisterKind[];

/** Codes of the annual report. */
const CODE_OF: Readonly<Record<RegisterKind, string>> = {
  informal: 'informal',
  formal: 'formal',
  acknowledgement: 'acknowledgements',
};

/**
 * All figures of a report, as they are printed: counted by the same functions as every other figure, with the small numbers hidden and as
 * many others as it takes that none can be worked out.
 */
export const figuresOf = async (
  drafted: Drafted,
  asked: FiguresAsked,
  readModels: ReadModels,
  hider: Hider,
): Promise<FiguresCounted> => {
  const known = measuresKnown(drafted, asked.asAt, readModels);
  const kinds: OfRecords[] = [];
  for (const records of RECORDS) kinds.push(await ofRecords(records, drafted, asked, known, readModels, hider));
  return {
    asAt: asked.asAt,
    measures: kinds.flatMap(({ measures }) => measures),
    tables: kinds.flatMap(({ tables }) => tables),
    layout: kinds.flatMap(({ layout }) => layout),
    totalsAnyway: [...asked.totalsAnyway],
    released: kinds.flatMap(({ released }) => released),
  };
};

/** Tables of one kind of record, and those among them that the program would take. */
export interface TablesOfRecords extends TablesTried {
  readonly records: RegisterKind;
  readonly usual: readonly string[];
}

/** The tables that would print something, for the person who chooses among them, and those that the program would take. */
export const tablesProposed = async (
  { from, to, audience }: Drafted,
  readModels: ReadModels,
  hider: Hider,
  codes?: readonly TableCode[],
): Promise<TablesOfRecords[]> => {
  const proposed = [];
  for (const records of RECORDS) {
    const counted = countedRecords(records, { from, to }, readModels);
    const places = placesOf(records, { from, to }, counted, readModels);
    const tried = await tablesOfUse(counted, places, THRESHOLDS[audience], hider, codes);
    proposed.push({ records, ...tried, usual: usualTables(tried.tables) });
  }
  return proposed;
};

interface OfRecords {
  readonly measures: FrozenMeasure[];
  readonly tables: FrozenTable[];
  readonly layout: TableChosen[];
  readonly released: ReleasedFigures[];
}

const ofRecords = async (
  records: RegisterKind,
  { from, to, audience }: Drafted,
  { layout, totalsAnyway, besides }: FiguresAsked,
  measured: Known,
  readModels: ReadModels,
  hider: Hider,
): Promise<OfRecords> => {
  const threshold = THRESHOLDS[audience];
  const counted = countedRecords(records, { from, to }, readModels);
  const total = measured(CODE_OF[records]);
  // If nobody knows it, or a total was published that has no rows here, there is nothing to break down.
  const before = yearBeforeCounted(records, { from, to }, total, readModels);
  if (total.value !== counted.length) {
    // Beside nothing that is counted the year before is not printed: nobody would look what follows from it.
    const line = before.length === 0 ? total : { ...total, ...NOT_COMPARED };
    return { measures: [lineOf(line, 'count', total.value, threshold)], tables: [], layout: [], released: [] };
  }
  const places = placesOf(records, { from, to }, counted, readModels);
  const isAnyway = totalsAnyway.includes(records) && isTotalSmall(releaseOfTables([], counted, places, threshold));
  const chosen = isAnyway
    ? []
    : (layout?.filter((each) => each.records === records).map(({ table }) => table) ??
      usualTables((await tablesOfUse(counted, places, threshold, hider, CUTS)).tables));
  const codes = chosen.filter((code) => dimensionsOf(code, places) !== null);
  const release = releaseOfTables(codes, counted, places, threshold);
  const own = { days: { from, to }, tables: codes, totalsOf: before };
  const { hidden, revised } = isAnyway
    ? NOTHING_HIDDEN
    : await hiddenAmongAll(records, own, release, besides, recordsIn(records, readModels), hider);
  const shown = shownBy(release, hidden, revised);
  const [previous] = before.map((days): Shown => shown(keyOfTotal(days)) ?? total.previous);
  const withPrevious: Known = (code) =>
    previous === undefined || code !== CODE_OF[records] ? measured(code) : { ...measured(code), previous };
  return {
    measures: measuresOf(records, shown, withPrevious, { threshold, firstHalf: halfOf(quarterOf(from)) }),
    tables: codes.map((code) => tableOf(records, code, places, release, { hidden, revised })),
    layout: codes.map((table) => ({ records, table })),
    released: [
      {
        ...{ records, threshold },
        figures: [
          ...release.figures.map(({ key }) => ({ key, shown: shown(key)! })),
          // What nobody could count is not said to be known.
          ...before.flatMap((days) =>
            typeof previous === 'number' ? [{ key: keyOfTotal(days), shown: previous }] : [],
          ),
        ],
      },
    ],
  };
};

const recordsIn = (records: RegisterKind, readModels: ReadModels): RecordsCounted => ({
  countedIn: (days) => countedRecords(records, days, readModels),
  placesIn: (days, counted) => placesOf(records, days, counted, readModels),
});

/** The year before a financial year, where its total stands beside and is one of records that are here. */
const yearBeforeCounted = (
  records: RegisterKind,
  days: Days,
  { previous }: KnownMeasure,
  readModels: ReadModels,
): Days[] => {
  const before = yearBefore(days);
  if (before === null || typeof previous !== 'number') return [];
  return countedRecords(records, before, readModels).length === previous ? [before] : [];
};

const isTotalSmall = ({ figures }: Release): boolean => figures.some(({ key, small }) => key === EVERYTHING && small);

const EVERYTHING = keyAt({});

/** A figure as it is printed, by its key; undefined of one that does not go out. */
const shownBy = ({ figures }: Release, hidden: ReadonlySet<string>, revised: ReadonlySet<string>) => {
  const counts = new Map(figures.map(({ key, count }) => [key, count]));
  return (key: string): number | Unprinted | undefined => {
    if (revised.has(key)) return 'revised';
    return hidden.has(key) ? 'c' : counts.get(key);
  };
};

const tableOf = (
  records: RegisterKind,
  code: string,
  places: Places,
  release: Release,
  { hidden, revised }: Hidden,
): FrozenTable => {
  const [down, across = NOTHING_ACROSS] = dimensionsOf(code, places)!;
  const { columns, rows, notes } = printedTable([down!, across], release, hidden, revised, places.named);
  return {
    title: titleOfTable(records, code),
    columns: across === NOTHING_ACROSS ? [ALONE] : [...columns],
    rows: rows.map(({ label, cells }) => ({ label, cells: [...cells] })),
    notes: [...notes],
  };
};

/** Which figures of a kind of record stand under which name in a report; a share under those of its part and of the whole. */
export const keysByName = (
  records: RegisterKind,
  {
    measures,
    codes,
    places,
  }: { readonly measures: readonly FrozenMeasure[]; readonly codes: readonly string[]; readonly places: Places },
): Map<string, readonly string[]> =>
  new Map([
    ...measures
      .filter(({ code }) => code === CODE_OF[records] || code.startsWith(`${CODE_OF[records]}.`))
      .map(({ code, label }): [string, string[]] => [
        label,
        code.endsWith('.driftAndDelayPercent') ? [EVERYTHING, keyAt({ theme: DRIFT })] : [EVERYTHING],
      ]),
    ...codes.flatMap((code) => {
      const [down, across = NOTHING_ACROSS] = dimensionsOf(code, places) ?? [];
      if (down === undefined) return [];
      const { columns, rows } = tableOfKeys([down, across], places.named);
      const title = titleOfTable(records, code);
      const heads = across === NOTHING_ACROSS ? [ALONE] : columns;
      return rows.flatMap((row) =>
        row.keys.map((key, column): [string, string[]] => [figureNamed(title, row.label, heads[column]!), [key]]),
      );
    }),
  ]);

const titleOfTable = (records: RegisterKind, code: string): string =>
  `${RECORDS_IN_WORDS[records]} ${tableInWords(code)}`;

/** The head of a table that counts by one thing. */
const ALONE = 'Number';

const NOTHING_ACROSS = { name: 'nothing', places: [] };

type KnownMeasure = Pick<ReportedMeasure, 'code' | 'label' | 'definition' | 'note' | 'missing' | 'value'> & {
  readonly previous: Shown;
  /** Whether anything is compared with it. */
  readonly isComparable: boolean;
};
type Known = (code: string) => KnownMeasure;

/** The measures of the annual report for a financial year; for another period, counts of its records. */
const measuresKnown = ({ from, to }: Drafted, asAt: Instant, readModels: ReadModels): Known => {
  const year = financialYearOf(from);
  if (firstDayOf(year) === from && lastDayOf(year) === to) {
    const { measures } = annualReport(year, readModels, asAt);
    const by = new Map(measures.map((each) => [each.code, { ...each, isComparable: each.change !== null }]));
    return (code) => by.get(code)!;
  }
  const catalogue = new Map(measuresFor(1, false).map((each) => [each.code, each]));
  const kept = recordsKept(readModels, londonDate(asAt));
  const counted = new Map(
    RECORDS.map((records) => {
      // A period for which nobody kept records is not one without disputes.
      const missing = whyUnknown([records], { from, to }, kept);
      const { length } = countedRecords(records, { from, to }, readModels);
      return [CODE_OF[records], { missing, value: missing === null ? length : null }];
    }),
  );
  return (code) => {
    const { label, definition } = catalogue.get(code)!;
    const known = counted.get(code) ?? { missing: null, value: null };
    return { code, label, definition, note: null, ...known, previous: null, isComparable: false };
  };
};

/** Of the year before only what was printed could stand beside a share, and that is not known here. */
const NOT_COMPARED = { previous: null, isComparable: false };

const measuresOf = (
  records: RegisterKind,
  shown: (key: string) => number | Unprinted | undefined,
  known: Known,
  { threshold, firstHalf }: { readonly threshold: number; readonly firstHalf: string },
): FrozenMeasure[] => {
  const total = shown(EVERYTHING)!;
  const code = CODE_OF[records];
  const share = (of: string, key: string): FrozenMeasure[] => {
    const part = shown(key);
    // A part that does not go out has no share either.
    if (part === undefined) return [];
    return [lineOf({ ...known(of), ...NOT_COMPARED }, 'percent', shareShown(part, total), threshold)];
  };
  return [
    lineOf(known(code), 'count', total, threshold),
    ...(records === 'acknowledgement'
      ? []
      : [
          ...share(`${code}.driftAndDelayPercent`, keyAt({ theme: DRIFT })),
          ...share(`${code}.firstHalfPercent`, keyAt({ time: firstHalf })),
        ]),
  ];
};

const lineOf = (
  { code, label, definition, note, missing, previous, isComparable }: KnownMeasure,
  unit: FrozenMeasure['unit'],
  value: Shown,
  threshold: number,
): FrozenMeasure => {
  // Of the year before nobody asked about whom it was: what is below the threshold is kept as well.
  const before: Shown = typeof previous === 'number' && previous > 0 && previous < threshold ? 'c' : previous;
  const { count, percent } = isComparable ? changeShown(value, before) : { count: null, percent: null };
  return {
    ...{ code, label, unit, value, missing, previous: before, change: count, changePercent: percent },
    ...{ definition, note },
  };
};
