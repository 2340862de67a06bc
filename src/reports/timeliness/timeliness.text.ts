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
      ...['Due', 'By first date', 'Due by date in force', 'By date in force', 'Extended', 'Median working days'].map(
        (heading) => ({ heading, figures: true as const }),
      ),
    ],
    figures.map(({ dimensions, due, inTimeByFirstDate, dueByDateInForce, inTime, extended, medianDays }) => [
      ...(by.length === 0 ? [''] : by.map((dimension) => dimensionInWords(dimension, dimensions[dimension] ?? null))),
      String(due),
      inWords(inTimeByFirstDate),
      String(dueByDateInForce),
      inWords(inTime),
      String(extended ?? NOT_COLLECTED),
      medianDays === null ? 'none answered' : String(medianDays),
    ]),
  );

const dimensionInWords = (dimension: TimelinessDimension, value: string | number | null): string => {
  if (value === null) return NOT_COLLECTED;
  return dimension === 'stage' && value === 0 ? 'informal' : String(value);
};
