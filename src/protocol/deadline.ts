import type { Instant, LocalDate, WorkingCalendar } from '../calendar/calendar.js';
import { addDays, addHours, endOfDay, londonDate } from '../calendar/dates.js';
import { refuse } from '../platform/decider.js';
import type { Stage } from './protocol.js';

/** When an answer is due, worked out once when a clock starts and kept for ever (domain brief, section 5). */
export interface Deadline {
  /** What the protocol gives; null for "none set", and for a meeting that has no date yet. */
  readonly firstDueOn: LocalDate | null;
  /** The same, until an extension or an earlier date is agreed. */
  readonly dueOn: LocalDate | null;
  /** The moment from which an answer is late: the end of the due day in London, or the hour itself. */
  readonly dueAt: Instant | null;
  /** In words, for people: "5 working days, stage 1". */
  readonly rule: string;
}

/**
 * @param startedAt when the stage's clock starts; the day it is then in London is day 0
 * @param meetingOn for a stage timed by a meeting: its date, given by hand
 * @throws Refusal `no-calendar-for-year`, `meeting-before-stage`
 */
export const deadlineFor = (
  stage: Stage,
  startedAt: Instant,
  calendar: WorkingCalendar,
  meetingOn: LocalDate | null = null,
): Deadline => {
  const { clock } = stage;
  const place = stage.number === 0 ? 'informal' : `stage ${stage.number}`;
  switch (clock.unit) {
    case 'working-days': {
      const start = dayZero(stage, startedAt, calendar);
      const days = counted(clock.amount, 'working day');
      return dueBy(calendar.addWorkingDays(start.day, clock.amount), `${days}${start.inWords}, ${place}`);
    }
    case 'calendar-days': {
      const start = dayZero(stage, startedAt, calendar);
      const days = counted(clock.amount, 'calendar day');
      return dueBy(addDays(start.day, clock.amount), `${days}${start.inWords}, ${place}`);
    }
    case 'hours':
      return dueWithin(startedAt, clock.amount, `${counted(clock.amount, 'hour')}, ${place}`);
    case 'meeting':
      if (meetingOn === null) return noDate(`the date of the meeting, not yet set, ${place}`);
      if (meetingOn < londonDate(startedAt)) {
        refuse(
          'meeting-before-stage',
          `The meeting cannot be before the day on which the stage begins. Give a date from ${londonDate(startedAt)} on.`,
        );
      }
      return dueBy(meetingOn, `the date of the meeting, ${place}`);
    case 'none':
      return noDate('none set');
  }
};

/** The day that is day 0, and words for it where it is not the day on which the clock started. */
const dayZero = (
  stage: Stage,
  startedAt: Instant,
  calendar: WorkingCalendar,
): { readonly day: LocalDate; readonly inWords: string } => {
  const day = londonDate(startedAt);
  return stage.dayZero !== 'next-working-day' || calendar.isWorkingDay(day)
    ? { day, inWords: '' }
    : { day: calendar.addWorkingDays(day, 1), inWords: ' from the next working day' };
};

const dueBy = (day: LocalDate, rule: string): Deadline => ({
  firstDueOn: day,
  dueOn: day,
  dueAt: endOfDay(day),
  rule,
});

const dueWithin = (startedAt: Instant, hours: number, rule: string): Deadline => {
  const day = londonDate(addHours(startedAt, hours));
  return { firstDueOn: day, dueOn: day, dueAt: addHours(startedAt, hours), rule };
};

const noDate = (rule: string): Deadline => ({ firstDueOn: null, dueOn: null, dueAt: null, rule });

const counted = (amount: number, unit: string): string => `${amount} ${unit}${amount === 1 ? '' : 's'}`;
