import type { FinancialYear, LocalDate } from '../../src/calendar/calendar.js';
import { londonDate } from '../../src/calendar/dates.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import type { ReportEvent } from '../../src/reports/events.js';

/** Totals a council has printed, typed in for years that have no rows: one row for each year and measure, the newest entry. */
export type PublishedTotalRow = {
  readonly year: FinancialYear;
  /** A code of the annual report. */
  readonly measure: string;
  readonly value: number;
  /** The place where it is printed. */
  readonly source: string;
  readonly entered_on: LocalDate;
  readonly entered_by: string;
};

export const publishedTotals: Projection<PublishedTotalRow> = {
  name: 'published_totals',
  version: 1,
  categories: ['report'],
  columns: {
    year: 'text',
    measure: 'text',
    value: 'integer',
    source: 'text',
    entered_on: 'text',
    entered_by: 'text',
  },
  key: ['year', 'measure'],
  partitionBy: (event) => event.data['year'] as FinancialYear,
  when: handlers<ReportEvent, PublishedTotalRow>({
    PublishedTotalEntered: (rows, { data, metadata }) => [
      ...rows.filter(({ measure }) => measure !== data.measure),
      {
        year: data.year,
        measure: data.measure,
        value: data.value,
        source: data.source,
        entered_on: londonDate(metadata.occurredAt),
        entered_by: metadata.actor.person,
      },
    ],
  }),
};
