import { setImmediate as breathe } from 'node:timers/promises';
import type { Dimension, Place } from '../../disclosure/cross-table.js';
import { downTo, isOfUse } from '../../disclosure/coarser.js';
import { type CountedRecord, releaseOf } from '../../disclosure/release-of-records.js';
import type { Release } from '../../disclosure/release.js';
import { HidingTakesTooLong } from '../../disclosure/hiding-thread.js';
import type { HowManyPrint } from './how-many-print.js';
import { DRIFT, type Places } from './places.js';

/** By what a table can count: the wider before what it is made of. */
export const CUTS = [
  'half',
  'quarter',
  'drift-and-delay',
  'theme-group',
  'theme',
  'service',
  'team',
  'child-view',
  'advocate',
] as const;
export type Cut = (typeof CUTS)[number];

/** In this order one stands in the rows of a table and the other in its columns. */
const DIMENSIONS = ['view', 'advocate', 'theme', 'team', 'time'] as const;
type DimensionName = (typeof DIMENSIONS)[number];

const DIMENSION_OF: Readonly<Record<Cut, DimensionName>> = {
  half: 'time',
  quarter: 'time',
  'drift-and-delay': 'theme',
  'theme-group': 'theme',
  theme: 'theme',
  service: 'team',
  team: 'team',
  'child-view': 'view',
  advocate: 'advocate',
};

/** A table by one or two cuts of different dimensions: `team`, `service+half`; or by one, of three years together: `team+three-years`. */
export type TableCode = string;

const IN_THREE_YEARS = '+three-years';

/** Whether a table counts the year of its report and the two before together: where a year is small, three may print. */
export const isOfThreeYears = (code: TableCode): boolean => code.endsWith(IN_THREE_YEARS);

/** Such a table without its years: by what it counts. */
export const withoutYears = (code: TableCode): TableCode =>
  isOfThreeYears(code) ? code.slice(0, -IN_THREE_YEARS.length) : code;

/** Every table that can be asked for: those by one cut first, and last those of three years together. */
export const TABLE_CODES: readonly TableCode[] = [
  ...CUTS,
  ...CUTS.flatMap((one) =>
    CUTS.filter((other) => rank(one) < rank(other) && goTogether(one, other)).map(
      (other) => `${one}+${other}` as TableCode,
    ),
  ),
  ...CUTS.filter((cut) => DIMENSION_OF[cut] !== 'time').map((cut) => `${cut}${IN_THREE_YEARS}`),
];

/** Every table by one thing alone: among these the program chooses if nobody does. */
export const TABLES_BY_ONE: readonly TableCode[] = TABLE_CODES.filter((code) => cutsOf(code).length === 1);

function rank(cut: Cut): number {
  return DIMENSIONS.indexOf(DIMENSION_OF[cut]);
}

/** Whether a child was heard is counted by team and by time: by theme each number would be small. */
function goTogether(one: Cut, other: Cut): boolean {
  const isHeard = [one, other].some((cut) => ['view', 'advocate'].includes(DIMENSION_OF[cut]));
  return !isHeard || ['team', 'time'].includes(DIMENSION_OF[other]);
}

export function cutsOf(code: TableCode): Cut[] {
  return withoutYears(code).split('+') as Cut[];
}

/** The tables in which a figure stands, by the names of what it counts by; every table has the total. */
export const tablesWith = (position: Readonly<Record<string, string>>, tables: readonly TableCode[]): TableCode[] =>
  tables.filter((code) => {
    const dimensions: readonly string[] = [
      ...cutsOf(code).map((cut) => DIMENSION_OF[cut]),
      // Three years together are a time of their own.
      ...(isOfThreeYears(code) ? ['time'] : []),
    ];
    return Object.keys(position).every((name) => dimensions.includes(name));
  });

const IN_WORDS: Readonly<Record<Cut, string>> = {
  half: 'half-year',
  quarter: 'quarter',
  'drift-and-delay': 'drift and delay, and other themes',
  'theme-group': 'group of themes',
  theme: 'theme',
  service: 'service',
  team: 'team',
  'child-view': 'whether the child’s view is on record',
  advocate: 'whether an advocate was offered',
};

/** `by service and half-year`, `by team, three years together` */
export const tableInWords = (code: TableCode): string =>
  `by ${cutsOf(code)
    .map((cut) => IN_WORDS[cut])
    .join(' and ')}${isOfThreeYears(code) ? ', three years together' : ''}`;

/** The dimensions of a table; null where the period or the records have no such places. */
export const dimensionsOf = (code: TableCode, places: Places): Dimension[] | null => {
  const dimensions = cutsOf(code).map((cut) => cutTo(cut, places));
  return dimensions.some((each) => each === null || each.places.length === 0) ? null : (dimensions as Dimension[]);
};

export const cutTo = (cut: Cut, { team, time, theme, view, advocate }: Places): Dimension | null => {
  switch (cut) {
    case 'half':
      return hasParts(time) ? { name: 'time', places: downTo(1, time.places) } : null;
    case 'quarter':
      return time;
    case 'drift-and-delay':
      return hasParts(theme) ? { name: 'theme', places: downTo(1, theme.places) } : null;
    case 'theme-group':
      return hasParts(theme) ? { name: 'theme', places: theme.places.map(withoutParts(DRIFT)) } : null;
    case 'theme':
      return theme;
    case 'service':
      return hasParts(team) ? { name: 'team', places: downTo(1, team.places) } : null;
    case 'team':
      return team;
    case 'child-view':
      return view;
    case 'advocate':
      return advocate;
  }
};

const hasParts = ({ places }: Dimension): boolean => places.some(({ parts }) => parts.length > 0);

const withoutParts =
  (of: string) =>
  (place: Place): Place =>
    place.code === of ? { ...place, parts: [] } : place;

/** All figures of some tables of the same records: what goes out together. */
export const releaseOfTables = (
  codes: readonly TableCode[],
  records: readonly CountedRecord[],
  places: Places,
  threshold: number,
): Release =>
  releaseOf(records, {
    // Of two tables the one by teams comes first: who knows their own figures is asked of it.
    tables: [[], ...[...codes].sort(byDepth).flatMap((code) => [dimensionsOf(code, places) ?? []])],
    ...{ threshold, insiders: 'team', inFull: [places.team, places.time, places.theme] },
  });

const byDepth = (a: TableCode, b: TableCode): number =>
  Number(cutsOf(b).includes('team')) - Number(cutsOf(a).includes('team'));

/** How a table would come out by itself. */
export interface TableProposed {
  readonly code: TableCode;
  /** Figures that count something. */
  readonly figures: number;
  readonly printed: number;
}

/** Tables that were tried, by what came of it. */
export interface TablesTried {
  readonly tables: readonly TableProposed[];
  /** Nobody waits until it is found what must be hidden of these. */
  readonly tooLong: readonly TableCode[];
  /** So much of these would be hidden that they say nothing. */
  readonly ofNoUse: readonly TableCode[];
}

/** What a table counts, and at which places. */
export interface CountedAt {
  readonly counted: readonly CountedRecord[];
  readonly places: Places;
}

/** The records of a table, those of the report's days or of three years; null where nobody kept them for all of these. */
export type CountedFor = (code: TableCode) => CountedAt | null;

/**
 * The tables that print something, in the order of {@link TABLE_CODES}: of each no more is hidden than leaves it of use. Between two tables
 * others have their turn: each is counted over all records.
 */
export const tablesOfUse = async (
  countedFor: CountedFor,
  threshold: number,
  howManyPrint: HowManyPrint,
  codes: readonly TableCode[] = TABLE_CODES,
): Promise<TablesTried> => {
  const tables: TableProposed[] = [];
  const left = { 'too-long': [] as TableCode[], 'of-no-use': [] as TableCode[] };
  for (const code of codes) {
    const among = countedFor(code);
    const tried = among === null ? null : await tableOfUse(code, among, threshold, howManyPrint);
    if (tried === 'too-long' || tried === 'of-no-use') left[tried].push(code);
    else if (tried !== null) tables.push(tried);
    await breathe();
  }
  return { tables, tooLong: left['too-long'], ofNoUse: left['of-no-use'] };
};

const tableOfUse = async (
  code: TableCode,
  { counted, places }: CountedAt,
  threshold: number,
  howManyPrint: HowManyPrint,
): Promise<TableProposed | 'too-long' | 'of-no-use' | null> => {
  if (dimensionsOf(code, places) === null) return null;
  const tried = await howManyPrint(releaseOfTables([code], counted, places, threshold)).catch((error: unknown) => {
    if (error instanceof HidingTakesTooLong) return 'too-long' as const;
    throw error;
  });
  if (tried === 'too-long') return tried;
  return tried !== null && isOfUse(tried.figures, tried.figures - tried.printed) ? { code, ...tried } : 'of-no-use';
};

/**
 * The tables that the program chooses if nobody has: of each dimension alone the finest table that is of use; of three years together
 * where there is none of the report's own days.
 */
export const usualTables = (proposed: readonly TableProposed[]): TableCode[] =>
  (['time', 'theme', 'team', 'view', 'advocate'] as const).flatMap((dimension) => {
    const byOne = proposed.filter(({ code }) => TABLES_BY_ONE.includes(code) && dimensionOf(code) === dimension);
    const own = byOne.filter(({ code }) => !isOfThreeYears(code));
    return (own.length > 0 ? own : byOne).slice(-1).map(({ code }) => code);
  });

const dimensionOf = (code: TableCode): DimensionName => DIMENSION_OF[cutsOf(code)[0]!];
