import type { FinancialYear, LocalDate } from '../../src/calendar/calendar.js';
import { londonDate } from '../../src/calendar/dates.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import type { ReportEvent } from '../../src/reports/events.js';

/** The notes of people on a year's figures: one row for each year and measure, the newest word. */
export type FigureNoteRow = {
  readonly year: FinancialYear;
  /** A code of the annual report, or `all`. It speaks for the codes under it too: `informal` for `informal.driftAndDelay`. */
  readonly measure: string;
  readonly note: string;
  /** False: no change is worked out from this figure, and no arrow drawn. */
  readonly comparable: boolean;
  readonly noted_on: LocalDate;
  readonly noted_by: string;
};

export const figureNotes: Projection<FigureNoteRow> = {
  name: 'figure_notes',
  version: 1,
  categories: ['report'],
  columns: {
    year: 'text',
    measure: 'text',
    note: 'text',
    comparable: 'boolean',
    noted_on: 'text',
    noted_by: 'text',
  },
  key: ['year', 'measure'],
  partitionBy: (event) => event.data['year'] as FinancialYear,
  when: handlers<ReportEvent, FigureNoteRow>({
    FigureNoted: (rows, { data, metadata }) => [
      ...rows.filter(({ measure }) => measure !== data.measure),
      {
        year: data.year,
        measure: data.measure,
        note: data.note,
        comparable: data.comparable,
        noted_on: londonDate(metadata.occurredAt),
        noted_by: metadata.actor.person,
      },
    ],
  }),
};
