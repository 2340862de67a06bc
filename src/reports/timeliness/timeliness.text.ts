import { textTable } from '../text-table.js';
import { inWords, NOT_COLLECTED, yearlyText } from '../yearly.text.js';
import { TIMELINESS_DEFINITIONS } from './timeliness.definitions.js';
import type { Timeliness, TimelinessDimension, TimelinessFigure } from './timeliness.js';

/** The tables of one year's timeliness, one for each way of counting, then the total and what is counted. */
export const timelinessText = (tables: readonly Timeliness[]): string => {
  const { year, counted, notes } = tables[0]!;
  return yearlyText(
    `Timeliness of disputes raised in ${year}`,
    counted && [
      ...tables.flatMap(({ by, counted: table }) => [answersTable(by, table?.figures ?? []), '']),
      answersTable([], [counted.all]),
      '',
      `Over the total allowed for the formal stages together: ${inWords(counted.overTotal)} of ${counted.overTotal.of} formal disputes`,
    ],
    TIMELINESS_DEFINITIONS,
    notes,
  );
};

const HEADINGS: Readonly<Record<TimelinessDimension, string>> = {
  kind: 'Kind',
  stage: 'Stage',
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
  ['Due', ({ due }) => String(due)],
  ['By first date', ({ inTimeByFirstDate }) => inWords(inTimeByFirstDate)],
  ['Due by date in force', ({ dueByDateInForce }) => String(dueByDateInForce)],
  ['By date in force', ({ inTime }) => inWords(inTime)],
  ['Extended', ({ extended }) => String(extended ?? NOT_COLLECTED)],
  ['Median working days', ({ medianDays }) => (medianDays === null ? 'none answered' : String(medianDays))],
  ['Sent back', ({ sentBack }) => String(sentBack?.count ?? NOT_COLLECTED)],
  ['Passed on', ({ passedOn }) => String(passedOn?.count ?? NOT_COLLECTED)],
  ['Over otherwise', ({ overOtherwise }) => String(overOtherwise?.count ?? NOT_COLLECTED)],
];

const dimensionInWords = (dimension: TimelinessDimension, value: string | number | null): string => {
  if (value === null) return NOT_COLLECTED;
  return dimension === 'stage' && value === 0 ? 'informal' : String(value);
};
