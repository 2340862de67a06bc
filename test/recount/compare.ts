import type { FinancialYear } from '../../src/calendar/calendar.js';
import { londonDate } from '../../src/calendar/dates.js';
import type { Reading } from '../../src/reading/reading.js';
import { annualReport } from '../../src/reports/annual/annual-report.js';
import { howFar } from '../../src/reports/how-far/how-far.js';
import { repeats } from '../../src/reports/repeats/repeats.js';
import { soWhat } from '../../src/reports/so-what/so-what.js';
import { themeFigures } from '../../src/reports/themes/theme-figures.js';
import { timeliness } from '../../src/reports/timeliness/timeliness.js';
import { type Cells, recount, type RawEvent } from './recount.js';

/** What the program prints in one cell beside what was counted apart. */
export interface Cell {
  readonly cell: string;
  readonly printed: number | null;
  readonly counted: number;
}

/**
 * Every cell of a year's figures. A cell that the program prints and the count apart has not counts 0 there, and the other way round.
 * What the program calls unknown is `null`.
 */
export const cellsOf = (events: readonly RawEvent[], year: FinancialYear, reading: Reading): Cell[] => {
  const counted = recount(events, year, reading.now);
  return [
    ...annualCells(counted.annual, year, reading),
    ...timelinessCells(counted.annual, year, reading),
    ...beside('themes', counted.themes, themeCells(year, reading)),
    ...beside('places', counted.places, placeCells(year, reading)),
    ...beside('so what', counted.soWhat, soWhatCells(year, reading, counted.soWhat)),
    ...beside('repeats', counted.repeats, repeatCells(year, reading)),
  ];
};

/** Of the annual report, each measure that is counted from rows; what is made of others is made of these. */
const annualCells = (counted: Cells, year: FinancialYear, { readModels, now }: Reading): Cell[] =>
  annualReport(year, readModels, now).measures.flatMap(({ code, value, unit }) => {
    const isCounted = counted.has(code) || (unit === 'count' && COUNTED_APART.test(code));
    return isCounted ? [{ cell: `annual ${code}`, printed: value, counted: counted.get(code) ?? 0 }] : [];
  });

const PARTS = [
  ...[
    'driftAndDelay',
    'firstHalf',
    'resolved',
    'stalemate',
    'withdrawn',
    'open',
    'endedOtherwise',
    'closedNotRecorded',
  ],
  ...[
    'reopened',
    'reRaised',
    'cafcassReferrals',
    'childView',
    'otherAgencies',
    'answersDue',
    'answeredInTime',
    'children',
  ],
  ...['extended', 'formalised', 'iroDissents', 'challengeMeetings'],
].join('|');
const COUNTED_APART = new RegExp(
  `^(informal|formal)(\\.(${PARTS}|stage\\d(\\.(settled|answersDue|answeredInTime))?))?$`,
);

const timelinessCells = (counted: Cells, year: FinancialYear, reading: Reading): Cell[] => {
  const figures = timeliness(year, ['kind'], reading).counted?.figures ?? [];
  return figures.flatMap(({ dimensions, due, inTimeByFirstDate }) => [
    {
      cell: `timeliness ${dimensions.kind} due`,
      printed: due,
      counted: counted.get(`${dimensions.kind}.answersDue`) ?? 0,
    },
    {
      ...{ cell: `timeliness ${dimensions.kind} in time`, printed: inTimeByFirstDate?.count ?? null },
      counted: counted.get(`${dimensions.kind}.answeredInTime`) ?? 0,
    },
  ]);
};

/** Null where nothing is known of the year. */
type Printed = ReadonlyMap<string, number | null> | null;

const beside = (report: string, counted: Cells, printed: Printed): Cell[] =>
  [...new Set([...counted.keys(), ...(printed?.keys() ?? [])])].map((cell) => {
    const shown = printed === null ? null : (printed.get(cell) ?? (printed.has(cell) ? null : 0));
    return { cell: `${report}: ${cell}`, printed: shown, counted: counted.get(cell) ?? 0 };
  });

const themeCells = (year: FinancialYear, { readModels, now }: Reading): Printed => {
  const cells = new Map<string, number | null>();
  const today = londonDate(now);
  const { rows } = themeFigures({ year, by: ['kind', 'team', 'quarter', 'themeGroup'] }, readModels, today);
  const acknowledgements = themeFigures(
    { year, by: ['kind', 'team', 'quarter'], filters: { kind: 'acknowledgement' } },
    readModels,
    today,
  ).rows;
  const disputes = rows.filter(({ dimensions }) => dimensions.kind !== 'acknowledgement');
  for (const { filters, dimensions, count } of [...disputes, ...acknowledgements]) {
    if (filters.team === undefined) continue;
    const quarter = String(dimensions.quarter).slice(-2);
    const place = [dimensions.kind, filters.team, quarter, ...(dimensions.themeGroup ? [dimensions.themeGroup] : [])];
    cells.set(place.join(' '), count);
  }
  return cells;
};

const placeCells = (year: FinancialYear, reading: Reading): Printed =>
  new Map(
    howFar(year, reading).kinds.flatMap(({ kind, places }) =>
      places.map(({ place, stage, count }): [string, number] => [
        `${kind} ${place}${place === 'settled' ? ` ${stage ?? '?'}` : ''}`,
        count,
      ]),
    ),
  );

const soWhatCells = (year: FinancialYear, reading: Reading, apart: Cells): Printed => {
  const { counted } = soWhat(year, reading);
  if (counted === null) return null;
  const unknown = (part: string): [string, null][] =>
    [...apart.keys()].filter((cell) => cell.startsWith(part)).map((cell) => [cell, null]);
  return new Map<string, number | null>([
    ['raised', counted.raised],
    ['closed', counted.closed?.count ?? null],
    ['reopened', counted.reopened?.count ?? null],
    ['raised again', counted.reRaised?.count ?? null],
    ...(counted.outcomes?.map(({ outcome, count }): [string, number] => [`outcome ${outcome}`, count]) ??
      unknown('outcome')),
    ...(counted.impact?.map(({ impact, count }): [string, number] => [`impact ${impact ?? 'none'}`, count]) ??
      unknown('impact')),
  ]);
};

const repeatCells = (year: FinancialYear, reading: Reading): Printed => {
  const { counted } = repeats(year, reading);
  if (counted === null) return null;
  return new Map<string, number | null>([
    ['raised', counted.raised],
    ['repeated', counted.repeated?.count ?? null],
  ]);
};
