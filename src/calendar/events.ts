import type { DomainEvent } from '../platform/decider.js';
import type { LocalDate } from './calendar.js';

/** Stream: `calendar-council`: days this council is closed besides the bank holidays. */
export type CalendarEvent = DomainEvent<'ClosingDaysSet', { dates: LocalDate[]; reason: string }>;
