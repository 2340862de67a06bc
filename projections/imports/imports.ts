import type { LocalDate } from '../../src/calendar/calendar.js';
import { londonDate } from '../../src/calendar/dates.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import type { Coverage, ImportEvent, ImportStarted } from '../../src/register/events.js';
import { changing, idOf } from '../folding.js';

/**
 * One row for each import. How many of its rows are really there is not kept here: it is counted from the registers when asked, so
 * that an import cut short says so.
 */
export type ImportRow = {
  readonly import_id: string;
  /** `withdrawing` until every row of it says that it is withdrawn. */
  readonly status: 'started' | 'finished' | 'withdrawing' | 'withdrawn';
  readonly files: ImportStarted['files'];
  readonly rows_expected: number;
  readonly covers: readonly Coverage[];
  readonly started_on: LocalDate;
  readonly finished_on: LocalDate | null;
  readonly withdrawn_on: LocalDate | null;
  readonly rows_withdrawn: number | null;
};

export const imports: Projection<ImportRow> = {
  name: 'imports',
  version: 1,
  categories: ['import'],
  columns: {
    import_id: 'text',
    status: 'text',
    files: 'json',
    rows_expected: 'integer',
    covers: 'json',
    started_on: 'text',
    finished_on: 'text',
    withdrawn_on: 'text',
    rows_withdrawn: 'integer',
  },
  key: ['import_id'],
  partitionBy: idOf,
  when: handlers<ImportEvent, ImportRow>({
    ImportStarted: (_, event) => [
      {
        import_id: idOf(event),
        status: 'started',
        files: event.data.files,
        rows_expected: event.data.rows,
        covers: event.data.covers,
        started_on: londonDate(event.metadata.occurredAt),
        finished_on: null,
        withdrawn_on: null,
        rows_withdrawn: null,
      },
    ],
    ImportFinished: changing((_, { metadata }) => ({
      status: 'finished',
      finished_on: londonDate(metadata.occurredAt),
    })),
    ImportWithdrawalStarted: changing<ImportRow, object>(() => ({ status: 'withdrawing' })),
    ImportWithdrawn: changing((_, { data, metadata }) => ({
      status: 'withdrawn',
      withdrawn_on: londonDate(metadata.occurredAt),
      rows_withdrawn: data.rowsWithdrawn,
    })),
  }),
};
