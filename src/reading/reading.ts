import type { Instant, WorkingCalendar } from '../calendar/calendar.js';
import { londonDate } from '../calendar/dates.js';
import type { Directory } from '../directory/directory.js';
import type { CountedBy } from '../disputes/time/waiting.js';
import type { ReadModels } from '../platform/projections/projection.js';
import type { ProtocolBook } from '../protocol/protocol.js';
import type { RowsApart } from '../work-over-rows.js';

/** All that it takes to say how things stand at one moment. Every query is given one, and asks nothing else for the time. */
export interface Reading {
  readonly readModels: ReadModels;
  readonly directory: Directory;
  readonly protocols: ProtocolBook;
  readonly calendar: WorkingCalendar;
  readonly now: Instant;
  /** Working days after which what has no date has waited long; the usual number unless told. */
  readonly longWait?: number;
  /** Told which rows could not be worked out; nobody unless given. */
  readonly troubles?: Pick<RowsApart, 'worked' | 'failed'>;
}

/** By what a reading counts how long something waits. */
export const countedBy = ({ now, calendar, longWait }: Reading): CountedBy => ({
  ...{ today: londonDate(now), calendar },
  ...(longWait === undefined ? {} : { longWait }),
});
