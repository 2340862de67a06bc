import type { Instant } from '../../../calendar/calendar.js';
import { financialYearOf } from '../../../calendar/dates.js';
import { dayInWords } from '../../../calendar/in-words.js';
import type { ReadModels } from '../../../platform/projections/projection.js';
import { HIDDEN, REVISED } from '../../disclosure/printed-table.js';
import { hasRate, rateShown, type Shown } from '../../disclosure/what-prints.js';
import { besideOthers as comparedIn, type MeasureCompared } from '../../other-councils/compared.js';
import type { FrozenMeasure, FrozenTable } from '../events.js';
import { type Days, yearBefore } from './counted-records.js';

const COLUMNS = ['To 100 children', 'Number', 'Children'];

/**
 * What other councils have published of the year of a report, beside its own figures as they are printed: a rate is worked out from a number
 * that prints, so nothing that is hidden follows from one. A report of other days than a financial year has none.
 * @param measures those that the report prints
 */
export const besideOtherCouncils = (
  days: Days,
  measures: readonly FrozenMeasure[],
  asAt: Instant,
  readModels: ReadModels,
): FrozenTable[] => {
  if (yearBefore(days) === null) return [];
  const compared = comparedIn(financialYearOf(days.from), { readModels, now: asAt });
  return compared.measures.flatMap((measure) => {
    const own = measures.find(({ code, unit }) => code === measure.code && unit === 'count');
    return own === undefined ? [] : [besideOthers(measure, own)];
  });
};

/** The table of one measure. */
export const besideOthers = ({ label, own, others }: MeasureCompared, { value, note }: FrozenMeasure): FrozenTable => {
  const held = own.children !== null && hasRate(own.children) ? own.children : null;
  return {
    title: `${label}, beside what other councils have published`,
    columns: COLUMNS,
    rows: [
      { label: 'This council', cells: [held === null ? null : rateShown(value, held), value, held] },
      ...others.map(({ council, per100, value: number, children }) => ({
        label: `Published by ${council}`,
        cells: [per100, number, children] as Shown[],
      })),
    ],
    notes: [
      'A to Z, and not ranked: councils count differently. A rate is to 100 children held on average over the year.',
      ...(value === 'c' ? [HIDDEN] : value === 'revised' ? [REVISED] : []),
      ...others.map(
        ({ council, definition, source, publishedOn }) =>
          `${council}: ${definition} Source: ${source}, published on ${dayInWords(publishedOn)}.`,
      ),
      ...(note === null ? [] : [note]),
    ],
  };
};
