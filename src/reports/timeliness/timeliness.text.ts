import { textTable } from '../text-table.js';
import { amongInWords, inWords, NOT_COLLECTED, yearlyText } from '../yearly.text.js';
import { TIMELINESS_DEFINITIONS } from './timeliness.definitions.js';
import type { Timeliness, TimelinessDimension, TimelinessFigure } from './timeliness.js';

/** The tables of one year's timeliness, one for each way of counting, then the total and what is counted. */
export const timelinessText = (tables: readonly Timeliness[]): string => {
  const { year, counted, notes } = tables[0]!;
  return yearlyText(
    `Timeliness of disputes raised in ${year}: answers in all disputes (records), informal and formal, where no kind is named`,
    counted && [
      ...tables.flatMap(({ by, counted: table }) => [answersTable(by, table?.figures ?? []), '']),
      answersTable([], [counted.all]),
      '',
      `Over the total allowed for the formal stages together: ${amongInWords(counted.overTotal, 'formal disputes of which it is known')}`,
    ],
    TIMELINESS_DEFINITIONS,
    notes,
  );
};

const HEADINGS: Readonly<Record<TimelinessDimension, string>> = {
  kind: 'Kind',
  ladder: 'Ladder',
  stage: 'Stage',
  level: 'Level',
  team: 'Team',
  quarter: 'Quarter raised',
};

const answersTable = (by: readonly TimelinessDimension[], figures: readonly TimelinessFigure[]): string =>
  textTable(
    [
      ...(by.length === 0 ? [{ heading: 'All' }] : by.map((dimension) => ({ heading: HEADINGS[dimension] }))),
      ...COLUMNS.map(([heading]) => ({ heading, figures: true as const })),
    ],
    figures.map((figure) => [
      ...(by.length === 0
        ? ['']
        : by.map((dimension) => dimensionInWords(dimension, figure.dimensions[dimension] ?? null))),
      ...COLUMNS.map(([, inColumn]) => inColumn(figure)),
    ]),
  );

const COLUMNS: readonly (readonly [heading: string, inColumn: (figure: TimelinessFigure) => string])[] = [
  ['Due', ({ due, note }) => String(due ?? note)],
  ['By first date', ({ due, inTimeByFirstDate }) => (due === null ? '' : inWords(inTimeByFirstDate))],
  ['Due by date in force', ({ dueByDateInForce }) => String(dueByDateInForce ?? '')],
  ['By date in force', ({ due, inTime }) => (due === null ? '' : inWords(inTime))],
  ['Extended', ({ due, extended }) => (due === null ? '' : String(extended ?? NOT_COLLECTED))],
  [
    'Median working days',
    ({ due, medianDays }) => {
      if (due === null) return '';
      return medianDays === null ? 'none answered' : String(medianDays);
    },
  ],
  ['Sent back', ({ sentBack }) => String(sentBack?.count ?? NOT_COLLECTED)],
  ['Replaced', ({ replaced }) => String(replaced?.count ?? NOT_COLLECTED)],
  ['Passed on', ({ passedOn }) => String(passedOn?.count ?? NOT_COLLECTED)],
  ['Taken up or ended', ({ overOtherwise }) => String(overOtherwise?.count ?? NOT_COLLECTED)],
];

const dimensionInWords = (dimension: TimelinessDimension, value: string | number | null): string => {
  if (value === null) return dimension === 'level' ? 'none' : NOT_COLLECTED;
  return dimension === 'stage' && value === 0 ? 'informal' : String(value);
};
