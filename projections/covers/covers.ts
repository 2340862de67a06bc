import type { LocalDate } from '../../src/calendar/calendar.js';
import { londonDate } from '../../src/calendar/dates.js';
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
  /** It was ended on that very day: nobody stands in from the next request on, and not from the end of the day. */
  ended_at_once: boolean;
  arranged_on: LocalDate;
};

export const covers: Projection<CoverRow> = {
  name: 'covers',
  version: 3,
  categories: ['cover'],
  columns: { iro: 'text', from: 'text', covered_by: 'text', to: 'text', ended_at_once: 'boolean', arranged_on: 'text' },
  key: ['iro', 'from'],
  partitionBy: idOf,
  when: handlers<CoverEvent, CoverRow>({
    CoverArranged: (rows, { data: { iro, by, from, to }, metadata }) => [
      ...rows.filter((row) => row.from !== from),
      { iro, from, covered_by: by, to, ended_at_once: false, arranged_on: londonDate(metadata.occurredAt) },
    ],
    CoverEnded: (rows, { data: { from, on }, metadata }) =>
      rows.map((row) =>
        row.from === from ? { ...row, to: on, ended_at_once: londonDate(metadata.occurredAt) === on } : row,
      ),
  }),
};

/** Whether somebody stands in on the day `:on`, said of a row. */
export const COVERED_ON = `("from" <= :on AND ("to" > :on OR ("to" = :on AND NOT ended_at_once)))`;
