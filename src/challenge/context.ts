import type { Instant, LocalDate, WorkingCalendar } from '../calendar/calendar.js';
import { londonDate } from '../calendar/dates.js';
import type { Actor } from '../platform/event-store/event-store.js';
import type { ArrangedDay } from './series/days-of-series.js';

/** The data that a decision about a meeting may look at besides the act and the meeting itself. */
export interface MeetingContext {
  readonly actor: Actor;
  readonly now: Instant;
  /** The day it is in London at `now`. */
  readonly today: LocalDate;
}

/** As it is when a command is carried out. */
export const contextOf = ({ actor, occurredAt }: { actor: Actor; occurredAt: Instant }): MeetingContext => ({
  actor,
  now: occurredAt,
  today: londonDate(occurredAt),
});

/** The data that a decision about a series may look at besides. */
export interface SeriesContext extends MeetingContext {
  readonly calendar: WorkingCalendar;
  /** Every meeting of the series that has been arranged, whatever became of it. */
  readonly arranged: readonly ArrangedDay[];
}
