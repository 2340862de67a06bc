import type { Instant, LocalDate } from '../calendar/calendar.js';
import type { Actor } from '../platform/event-store/event-store.js';

/** What a decision about a meeting may look at besides the act and the meeting itself. */
export interface MeetingContext {
  readonly actor: Actor;
  readonly now: Instant;
  /** The day it is in London at `now`. */
  readonly today: LocalDate;
}
