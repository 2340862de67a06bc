import type { FinancialYear } from '../../src/calendar/calendar.js';
import { londonDate } from '../../src/calendar/dates.js';
import type { Reading } from '../../src/reading/reading.js';
import { annualReport } from '../../src/reports/annual/annual-report.js';
import { howFar } from '../../src/reports/how-far/how-far.js';
import { repeats } from '../../src/reports/repeats/repeats.js';
import { soWhat } from '../../src/reports/so-what/so-what.js';
import { themeFigures } from '../../src/reports/themes/theme-figures.js';
import { timeliness, type TimelinessFigure } from '../../src/reports/timeliness/timeliness.js';
import { type Cells, recount, type RawEvent } from './recount.js';
import { HAS_WORDS, wordsFor } from './unknown.js';

/** The figure that the program prints in one cell, and the one that was counted apart. */
export interface Cell {
  readonly cell: string;
  readonly printed: number | null;
  readonly counted: number;
}

/**
 * Every cell of a year's figures. A cell that the program prints and the count apart has not counts 0 there, and the other way round.
 * A figure that the program calls unknown is `null`.
 */
export const cellsOf = (events: readonly RawEvent[], year: FinancialYear, reading: Reading): Cell[] => {
  const counted = recount(events, year, reading.now);
  return [
    ...annualCells(counted.annual, year, reading),
    ...timelinessCells(counted.annual, year, reading),
    ...roundCells(counted.rounds, year, reading),
    ...beside('themes', counted.themes, themeCells(year, reading)),
    ...beside('places', counted.places, placeCells(year, reading)),
    ...beside('so what', counted.soWhat, soWhatCells(year, reading, counted.soWhat)),
    ...beside('repeats', counted.repeats, repeatCells(year, reading)),
  ];
};

/** The words of the annual report in the place of a figure or beside it, beside those worked out apart. */
export interface WordCell {
  readonly cell: string;
  readonly printed: string | null;
  readonly counted: string | null;
}

/** The reason why each figure of the annual report is unknown, and for which part of a year the known ones speak. */
export const wordsOf = (events: readonly RawEvent[], year: FinancialYear, { readModels, now }: Reading): WordCell[] => {
  const { missing, part } = wordsFor(events, year, now);
  return annualReport(year, readModels, now)
    .measures.filter(({ code }) => HAS_WORDS.test(code))
    .flatMap(({ code, missing: word, note }) => [
      { cell: `${year} why ${code}`, printed: word, counted: missing(code) },
      { cell: `${year} part ${code}`, printed: word === null ? partSaid(note) : null, counted: part(code) },
    ]);
};

/**
 * The records raised in a year, beside all their endings: each record is in one of these, however little was written down of it. A year of
 * which one of them is unknown says nothing.
 */
export const sumsIn = (year: FinancialYear, { readModels, now }: Reading): Cell[] => {
  const values = new Map(annualReport(year, readModels, now).measures.map(({ code, value }) => [code, value]));
  const byStage = [...values.keys()].filter((code) => STAGE_REACHED.test(code)).map((code) => values.get(code) ?? null);
  const stages = byStage.includes(null)
    ? []
    : [
        {
          cell: `${year} formal by stage`,
          printed: values.get('formal') ?? null,
          counted: byStage.reduce<number>((sum, count) => sum + count!, 0),
        },
      ];
  const ends = ['informal', 'formal'].flatMap((kind) => {
    const ends = ENDS.map((end) => values.get(`${kind}.${end}`) ?? null);
    // Of a register nobody knows of one that became formal; it then counts as what its row says.
    const formalised = values.get(`${kind}.formalised`) ?? 0;
    return ends.includes(null)
      ? []
      : [
          {
            cell: `${year} ${kind} sum`,
            printed: values.get(kind) ?? null,
            counted: ends.reduce<number>((sum, end) => sum + end!, formalised),
          },
        ];
  });
  return [...ends, ...stages];
};
/** How many formal disputes reached a stage of a ladder and none above it: each is at one of them. */
const STAGE_REACHED = /^formal(\.[a-z][a-z0-9-]*)?\.stage\d$/;
const ENDS = ['open', 'resolved', 'stalemate', 'endedOtherwise', 'withdrawn'];

const partSaid = (note: string | null): string | null =>
  note?.split('; ').find((each) => /^(so far|kept )/.test(each)) ?? null;

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
  ...['extended', 'formalised', 'preFormal', 'iroDissents', 'challengeMeetings'],
].join('|');
const COUNTED_APART = new RegExp(
  `^(informal|formal)(\\.(${PARTS}))?$|^formal(\\.[a-z][a-z0-9-]*)?\\.stage\\d(\\.(settled|answersDue|answeredInTime))?$`,
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

/** By the stage of each ladder, and by level: where there are several of them, no line adds what belongs to two. */
const roundCells = (counted: Cells, year: FinancialYear, reading: Reading): Cell[] => {
  const printed = new Map<string, number | null>();
  const add = (place: string, { due, inTimeByFirstDate, replaced }: TimelinessFigure): void => {
    printed.set(`${place} due`, due);
    printed.set(`${place} in time`, inTimeByFirstDate?.count ?? null);
    printed.set(`${place} replaced`, replaced?.count ?? null);
  };
  const byStage = timeliness(year, ['stage'], reading).counted;
  const byLevel = timeliness(year, ['level'], reading).counted;
  for (const figure of byStage?.figures ?? [])
    add(`stage ${figure.dimensions.ladder ?? 'main'} ${figure.dimensions.stage}`, figure);
  for (const figure of byLevel?.figures ?? []) add(`level ${figure.dimensions.level}`, figure);
  return beside('rounds', counted, byStage === null ? null : printed);
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
  for (const { dimensions, count } of themeFigures({ year, by: ['kind', 'stage'] }, readModels, today).rows) {
    const { kind, ladder = 'main', stage } = dimensions;
    if (kind !== 'acknowledgement') cells.set(`${kind} at ${ladder} ${stage}`, count);
  }
  return cells;
};

const placeCells = (year: FinancialYear, reading: Reading): Printed =>
  new Map(
    howFar(year, reading).kinds.flatMap(({ kind, ladder, places }) =>
      places.map(({ place, stage, count }): [string, number] => [
        `${kind} ${ladder ?? 'main'}: ${place}${place === 'settled' ? ` ${stage ?? '?'}` : ''}`,
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
