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
    case 'working-days':
      return dueBy(
        calendar.addWorkingDays(dayZero(stage, startedAt, calendar), clock.amount),
        `${counted(clock.amount, 'working day')}, ${place}`,
      );
    case 'calendar-days':
      return dueBy(
        addDays(dayZero(stage, startedAt, calendar), clock.amount),
        `${counted(clock.amount, 'calendar day')}, ${place}`,
      );
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

const dayZero = (stage: Stage, startedAt: Instant, calendar: WorkingCalendar): LocalDate => {
  const day = londonDate(startedAt);
  return stage.dayZero !== 'next-working-day' || calendar.isWorkingDay(day) ? day : calendar.addWorkingDays(day, 1);
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
