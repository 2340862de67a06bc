import type { Instant, WorkingCalendar } from '../calendar/calendar.js';
import type { Directory } from '../directory/directory.js';
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
  /** Told which rows could not be worked out; nobody unless given. */
  readonly troubles?: Pick<RowsApart, 'worked' | 'failed'>;
}
