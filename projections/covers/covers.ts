import type { LocalDate } from '../../src/calendar/calendar.js';
import type { CoverEvent } from '../../src/directory/events.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import { idOf } from '../folding.js';

/** Somebody stands in for an IRO or a chair from a day to a day. */
export type CoverRow = {
  iro: string;
  from: LocalDate;
  covered_by: string;
  /** The last day. */
  to: LocalDate;
};

export const covers: Projection<CoverRow> = {
  name: 'covers',
  version: 1,
  categories: ['cover'],
  columns: { iro: 'text', from: 'text', covered_by: 'text', to: 'text' },
  key: ['iro', 'from'],
  partitionBy: idOf,
  when: handlers<CoverEvent, CoverRow>({
    CoverArranged: (rows, { data: { iro, by, from, to } }) => [
      ...rows.filter((row) => row.from !== from),
      { iro, from, covered_by: by, to },
    ],
    CoverEnded: (rows, { data: { from, on } }) => rows.map((row) => (row.from === from ? { ...row, to: on } : row)),
  }),
};
