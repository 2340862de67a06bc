import type { Instant } from '../../../calendar/calendar.js';
import { financialYearOf, londonDate, quarterOf } from '../../../calendar/dates.js';
import { once } from '../../../platform/once.js';
import type { ReadModels } from '../../../platform/projections/projection.js';
import type { RegisterKind } from '../../../register/events.js';
import { recordsKept } from '../../coverage.js';
import { keyAt } from '../../disclosure/cross-table.js';
import type { Keeper } from '../../disclosure/hider.js';
import { printedTable, ROUNDED, tableOfKeys } from '../../disclosure/printed-table.js';
import type { Release } from '../../disclosure/release.js';
import { rounded } from '../../disclosure/rounding.js';
import type { Shown, Unprinted } from '../../disclosure/what-prints.js';
import type {
  FrozenMeasure,
  FrozenTable,
  FiguresFrozen,
  Method,
  ReleasedFigures,
  ReportDrafted,
  TableChosen,
  TableLeftOut,
} from '../events.js';
import { figureNamed } from '../as-corrected.js';
import { RECORDS_IN_WORDS } from '../in-words.js';
import type { BesideIt } from './beside-it.js';
import { breaksOfTable } from './breaks-of-table.js';
import { besideOtherCouncils } from './beside-other-councils.js';
import { countedRecords, type Days, threeYearsTo } from './counted-records.js';
import type { HowManyPrint } from './how-many-print.js';
import { hiddenAmongAll, type Hidden, NOTHING_HIDDEN, type RecordsCounted } from './hidden-among-all.js';
import {
  type CountedAt,
  type CountedFor,
  dimensionsOf,
  isOfThreeYears,
  releaseOfTables,
  TABLES_BY_ONE,
  type TableCode,
  tableInWords,
  type TablesTried,
  tablesOfUse,
  usualTables,
} from './layouts.js';
import { keptOfDays, keyOfTotal } from './linked-release.js';
import {
  CODE_OF,
  EVERYTHING,
  type Known,
  isOfTwelveMonths,
  lineOf,
  measuresKnown,
  measuresOf,
  NOT_COMPARED,
  RECORDS,
  twelveMonthsLine,
} from './measures-of.js';
import { NOTHING_BESIDE, type TotalBeside, totalsBeside, twelveMonthsOf } from './totals-beside.js';
import { DRIFT, halfOf, type Places, placesOf } from './places.js';
import { releaseWithThreeYears } from './release-of-report.js';
import { roundedAmongAll } from './rounded-among-all.js';

export type FiguresCounted = Omit<FiguresFrozen, 'edition' | 'lastEvent' | 'says' | 'besides' | 'disclosures'>;

export interface FiguresAsked {
  readonly asAt: Instant;
  /** The tables that are to be printed, chosen by people or by {@link layoutProposed}. */
  readonly layout: readonly TableChosen[];
  readonly totalsAnyway: readonly RegisterKind[];
  readonly method: Method;
  /** What the readers have already, of these days or of others from which something about these days follows. */
  readonly besides: readonly BesideIt[];
}

type Drafted = Pick<ReportDrafted, 'kind' | 'from' | 'to' | 'threshold' | 'team'>;

export { RECORDS } from './measures-of.js';

/**
 * All figures of a report, as they are printed: counted by the same functions as every other figure, with the small numbers hidden and as
 * many others as it takes that none can be worked out.
 */
export const figuresOf = async (
  drafted: Drafted,
  asked: FiguresAsked,
  readModels: ReadModels,
  keeper: Keeper,
): Promise<FiguresCounted> => {
  const known = measuresKnown(drafted, asked.asAt, readModels);
  const kinds: OfRecords[] = [];
  for (const records of RECORDS) kinds.push(await ofRecords(records, drafted, asked, known, readModels, keeper));
  const measures = kinds.flatMap((each) => each.measures);
  return {
    ...{ asAt: asked.asAt, method: asked.method, measures },
    tables: [
      ...kinds.flatMap(({ tables }) => tables),
      ...besideOtherCouncils(drafted, measures, asked.asAt, readModels),
    ],
    layout: kinds.flatMap(({ layout }) => layout),
    leftOut: kinds.flatMap(({ leftOut }) => leftOut),
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
  drafted: Drafted,
  asAt: Instant,
  readModels: ReadModels,
  howManyPrint: HowManyPrint,
  codes?: readonly TableCode[],
): Promise<TablesOfRecords[]> => {
  const proposed = [];
  for (const records of RECORDS) {
    const countedFor = countedAmong(records, drafted, asAt, readModels);
    const tried = await tablesOfUse(countedFor, drafted.threshold, howManyPrint, codes);
    proposed.push({ records, ...tried, usual: usualTables(tried.tables) });
  }
  return proposed;
};

/** The layout that the program takes where nobody chooses, and which tables it leaves out for what they are. */
export const layoutProposed = (
  proposed: readonly TablesOfRecords[],
): { readonly layout: TableChosen[]; readonly leftOut: TableLeftOut[] } => ({
  layout: proposed.flatMap(({ records, usual }) => usual.map((table) => ({ records, table }))),
  leftOut: proposed.flatMap(({ records, tooLong, ofNoUse }) => [
    ...tooLong.map((table) => ({ records, table, why: 'too-long' as const })),
    ...ofNoUse.map((table) => ({ records, table, why: 'of-no-use' as const })),
  ]),
});

/** The tables that are tried where nobody chooses. */
export const TRIED_FOR_NOBODY = TABLES_BY_ONE;

/** What the tables of one kind of record count: those of the report's days, and those of three years where all were kept. */
const countedAmong = (
  records: RegisterKind,
  { from, to, team }: Pick<Drafted, 'from' | 'to' | 'team'>,
  asAt: Instant,
  readModels: ReadModels,
): CountedFor => {
  const { countedIn, placesIn } = recordsIn(records, team, readModels);
  const among = (days: Days): CountedAt => {
    const counted = countedIn(days);
    return { counted, places: placesIn(days, counted) };
  };
  const own = once(() => among({ from, to }));
  const wide = once(() => {
    const days = threeYearsTo({ from, to });
    const isKept = days !== null && recordsKept(readModels, londonDate(asAt)).covers(records, days).extent === 'whole';
    return isKept ? among(days) : null;
  });
  return (code) => (isOfThreeYears(code) ? wide() : own());
};

interface OfRecords {
  readonly measures: FrozenMeasure[];
  readonly tables: FrozenTable[];
  readonly layout: TableChosen[];
  readonly leftOut: TableLeftOut[];
  readonly released: ReleasedFigures[];
}

const ofRecords = async (
  records: RegisterKind,
  { kind, from, to, threshold, team }: Drafted,
  { asAt, layout, totalsAnyway, besides, method }: FiguresAsked,
  measured: Known,
  readModels: ReadModels,
  keeper: Keeper,
): Promise<OfRecords> => {
  const isRounded = method === 'rounded';
  // Where all numbers are rounded none is hidden for being small.
  const hiddenBelow = isRounded ? 1 : threshold;
  const asPrinted = <Value extends Shown>(value: Value): Value | number =>
    isRounded && typeof value === 'number' ? rounded(value) : value;
  const countedFor = countedAmong(records, { from, to, team }, asAt, readModels);
  const { counted, places } = countedFor('')!;
  const total = measured(CODE_OF[records]);
  const chosen = layout.filter((each) => each.records === records).map(({ table }) => table);
  const without = (codes: readonly TableCode[], why: TableLeftOut['why']): TableLeftOut[] =>
    codes.map((table) => ({ records, table, why }));
  const wholly = totalsBeside(records, { kind, from, to }, total, asAt, readModels);
  // If nobody knows it, or a total was published that has no rows here, there is nothing to break down.
  if (total.value !== counted.length) {
    // Beside nothing that is counted the year before is not printed: nobody would look what follows from it.
    const line = wholly.before === null ? total : { ...total, ...NOT_COMPARED };
    const asShown = { ...line, previous: asPrinted(line.previous) };
    const measures = [lineOf(asShown, 'count', asPrinted(total.value), hiddenBelow)];
    return { measures, tables: [], layout: [], leftOut: without(chosen, 'no-rows'), released: [] };
  }
  const isAnyway =
    !isRounded && totalsAnyway.includes(records) && isTotalSmall(releaseOfTables([], counted, places, threshold));
  const isThere = (code: TableCode): boolean => {
    const among = countedFor(code);
    return among !== null && dimensionsOf(code, among.places) !== null;
  };
  const codes = isAnyway ? [] : chosen.filter(isThere);
  const leftOut = isAnyway
    ? without(chosen, 'total-alone')
    : without(
        chosen.filter((code) => !isThere(code)),
        'no-such-places',
      );
  const release = releaseWithThreeYears(codes, { from, to }, countedFor, threshold);
  // A quarter whose small total is printed stands alone: what it leaves of twelve months would be looked at by nobody.
  const beside = isAnyway && kind === 'quarter' ? NOTHING_BESIDE : wholly;
  const stoodBeside = [beside.before, beside.twelveMonths].flatMap((each) => each ?? []);
  const own = { days: { from, to }, tables: codes, totalsOf: stoodBeside.map(({ days }) => days) };
  const among = recordsIn(records, team, readModels);
  const kept = isRounded ? roundedAmongAll : hiddenAmongAll;
  const { hidden, revised } = isAnyway ? NOTHING_HIDDEN : await kept(records, own, release, besides, among, keeper);
  const printed = { ...release, figures: release.figures.map((each) => ({ ...each, count: asPrinted(each.count) })) };
  const shown = shownBy(printed, hidden, revised);
  const totalShown = ({ days, count }: TotalBeside): number | Unprinted => shown(keyOfTotal(days)) ?? asPrinted(count);
  const withPrevious: Known = (code) =>
    beside.before === null || code !== CODE_OF[records]
      ? measured(code)
      : { ...measured(code), previous: totalShown(beside.before) };
  const twelveMonths = twelveMonthsOf({ kind, from, to });
  return {
    measures: [
      ...measuresOf(records, shown, withPrevious, { threshold: hiddenBelow, firstHalf: halfOf(quarterOf(from)) }),
      ...(twelveMonths === null
        ? []
        : [
            twelveMonthsLine(
              total,
              twelveMonths,
              beside.twelveMonths === null ? null : totalShown(beside.twelveMonths),
              {
                threshold: hiddenBelow,
              },
            ),
          ]),
    ],
    tables: codes.map((code) =>
      tableOf(records, code, { days: { from, to }, places: countedFor(code)!.places }, printed, {
        ...{ hidden, revised, method },
        breaks: breaksOfTable(code, isOfThreeYears(code) ? threeYearsTo({ from, to })! : { from, to }, readModels),
      }),
    ),
    layout: codes.map((table) => ({ records, table })),
    leftOut,
    released: [
      {
        ...{ records, threshold },
        figures: [
          ...release.figures.map(({ key }) => ({ key, shown: shown(key)! })),
          // What nobody could count is not said to be known.
          ...stoodBeside.flatMap((each) => {
            const said = totalShown(each);
            return typeof said === 'number' ? [{ key: keyOfTotal(each.days), shown: said }] : [];
          }),
        ],
      },
    ],
  };
};

const recordsIn = (records: RegisterKind, team: ReportDrafted['team'], readModels: ReadModels): RecordsCounted => ({
  countedIn: (days) => countedRecords(records, { ...days, team }, readModels),
  placesIn: (days, counted) => {
    const places = placesOf(records, days, counted, readModels);
    // Of one team nothing is counted by team.
    return team === null ? places : { ...places, team: { ...places.team, places: [] } };
  },
});

const isTotalSmall = ({ figures }: Release): boolean => figures.some(({ key, small }) => key === EVERYTHING && small);

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
  { days, places }: { readonly days: Days; readonly places: Places },
  release: Release,
  { hidden, revised, method, breaks }: Hidden & { readonly method: Method; readonly breaks: readonly string[] },
): FrozenTable => {
  const [down, across = NOTHING_ACROSS] = dimensionsOf(code, places)!;
  const keyIn = keysOfTable(code, days);
  const { columns, rows, notes } = printedTable([down!, across], release, hidden, revised, places.named, keyIn);
  return {
    title: titleOfTable(records, code, days),
    columns: across === NOTHING_ACROSS ? [ALONE] : [...columns],
    rows: rows.map(({ label, cells }) => ({ label, cells: [...cells] })),
    notes: [...(method === 'rounded' ? [ROUNDED] : []), ...notes, ...breaks],
  };
};

/** Which figures of a kind of record stand under which name in a report; a share under those of its part and of the whole. */
export const keysByName = (
  records: RegisterKind,
  {
    measures,
    codes,
    days,
    places,
  }: {
    readonly measures: readonly FrozenMeasure[];
    readonly codes: readonly TableCode[];
    readonly days: Days;
    readonly places: Places;
  },
): Map<string, readonly string[]> =>
  new Map([
    ...measures
      .filter(({ code }) => code === CODE_OF[records] || code.startsWith(`${CODE_OF[records]}.`))
      .map(({ code, label }): [string, string[]] => [label, keysOfMeasure(code, days)]),
    ...codes.flatMap((code) => {
      const [down, across = NOTHING_ACROSS] = dimensionsOf(code, places) ?? [];
      if (down === undefined) return [];
      const { columns, rows } = tableOfKeys([down, across], places.named);
      const title = titleOfTable(records, code, days);
      const keyIn = keysOfTable(code, days);
      const heads = across === NOTHING_ACROSS ? [ALONE] : columns;
      return rows.flatMap((row) =>
        row.keys.map((key, column): [string, string[]] => [
          figureNamed(title, row.label, heads[column]!),
          [keyIn(key)],
        ]),
      );
    }),
  ]);

const keysOfMeasure = (code: string, { from, to }: Days): string[] => {
  if (code.endsWith('.driftAndDelayPercent')) return [EVERYTHING, keyAt({ theme: DRIFT })];
  return isOfTwelveMonths(code) ? [keyOfTotal(twelveMonthsOf({ kind: 'quarter', from, to })!)] : [EVERYTHING];
};

/** `Formal disputes by team, three years together, 2020/21 to 2022/23` */
const titleOfTable = (records: RegisterKind, code: TableCode, { from, to }: Days): string => {
  const title = `${RECORDS_IN_WORDS[records]} ${tableInWords(code)}`;
  if (!isOfThreeYears(code)) return title;
  return `${title}, ${financialYearOf(threeYearsTo({ from, to })!.from)} to ${financialYearOf(from)}`;
};

/** The name of a figure of a table among all of its report. */
const keysOfTable = (code: TableCode, days: Days): ((key: string) => string) =>
  isOfThreeYears(code) ? (key) => keptOfDays(key, threeYearsTo(days)!) : (key) => key;

/** The head of a table that counts by one thing. */
const ALONE = 'Number';

const NOTHING_ACROSS = { name: 'nothing', places: [] };
