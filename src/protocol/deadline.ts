import type { CountedDay, Instant, LocalDate, WorkingCalendar } from '../calendar/calendar.js';
import { addDays, addHours, endOfDay, londonDate, startOfDay } from '../calendar/dates.js';
import { refuse } from '../platform/decider.js';
import { placeInWords } from './ladder.js';
import type { ClockStart, Protocol, RecommendationsRule, Stage, StageClock } from './protocol.js';

/** The date by which an answer is due, worked out once when a clock starts and kept for ever (domain brief, section 5). */
export interface Deadline {
  /** The date that the protocol gives; null for "none set", and for a meeting that has no date yet. */
  readonly firstDueOn: LocalDate | null;
  /** The same, until an extension or an earlier date is agreed. */
  readonly dueOn: LocalDate | null;
  /** The moment from which an answer is late: the end of the due day in London, or the hour itself. */
  readonly dueAt: Instant | null;
  /** In words, for people: "5 working days, stage 1". */
  readonly rule: string;
  /** Left out where the date is certain. */
  readonly notYetCertain?: true;
}

/**
 * The mark of a date that was counted over a year whose bank holidays are not known. It goes with the event that sets the date, and
 * the event by which the date is counted anew, once they are known, takes it away (src/disputes/move-deadline-for-holiday).
 */
export const certainty = (certain: boolean): { readonly notYetCertain?: true } =>
  certain ? {} : { notYetCertain: true };

/** From which day a date was counted, and how much time it gave, where that is not the time of the stage from its first day. */
export interface CountedFrom {
  readonly from: ClockStart | 'stage';
  /** Day 0. */
  readonly on: LocalDate;
  /** In the unit of the stage's clock. */
  readonly amount: number;
}

/**
 * @param startedAt when the stage begins; the day it is then in London is day 0, unless it is counted from another
 * @param meetingOn for a stage timed by a meeting: its date, given by hand
 * @throws Refusal `meeting-before-stage`
 */
export const deadlineFor = (
  stage: Stage,
  startedAt: Instant,
  calendar: WorkingCalendar,
  meetingOn: LocalDate | null = null,
  counted?: CountedFrom,
): Deadline => {
  if (stage.needs === 'report-only') return noDate('none set');
  const inTime = (at: Instant, place: string): Deadline =>
    deadlineOfClock(clockOf(stage, counted), place, stage, at, calendar, meetingOn);
  if (counted === undefined || counted.from === 'stage') return inTime(startedAt, placeInWords(stage));
  return notBeforeItCanBeAnswered(
    inTime(startOfDay(counted.on), `from the ${counted.from}, ${placeInWords(stage)}`),
    londonDate(startedAt),
    calendar,
  );
};

/** The clock with the time that holds this once. */
const clockOf = ({ clock }: Stage, counted: CountedFrom | undefined): StageClock =>
  counted === undefined || clock.unit === 'meeting' || clock.unit === 'none'
    ? clock
    : { unit: clock.unit, amount: counted.amount };

/**
 * Days counted from a review, a call or the raising can be over before the stage begins. Nobody is late for what was not sent to them: at
 * least one working day is left.
 */
const notBeforeItCanBeAnswered = (deadline: Deadline, begunOn: LocalDate, calendar: WorkingCalendar): Deadline => {
  const soonest = calendar.addWorkingDays(begunOn, 1);
  const isFarEnough = deadline.dueOn === null || laterOf(deadline.dueOn, soonest.day) === deadline.dueOn;
  return isFarEnough ? deadline : dueBy(soonest, `${deadline.rule}, and not before the next working day`);
};

const laterOf = (one: LocalDate, other: LocalDate): LocalDate => [one, other].sort().at(-1)!;

/** The date by which receipt is to be acknowledged at a stage; null if the protocol does not ask for it. */
export const receiptDeadlineFor = (
  { receiptClock }: Protocol,
  stage: Stage,
  startedAt: Instant,
  calendar: WorkingCalendar,
): DateSet | null =>
  dated(deadlineOfClock(receiptClock, `receipt, ${placeInWords(stage)}`, stage, startedAt, calendar, null));

/** From when silence about the recommendations of a review means agreed; the day they are sent is day 0. */
export const recommendationsDeadlineFor = (
  { clock }: RecommendationsRule,
  sentAt: Instant,
  calendar: WorkingCalendar,
): DateSet => dated(deadlineOfClock(clock, 'recommendations', {}, sentAt, calendar, null))!;

/** The end of the limit over all stages together (IRO Handbook 6.2); null where the protocol sets none over a dispute of this kind. */
export const totalCapFor = (
  { totalCap }: Protocol,
  kind: 'informal' | 'formal',
  startedOn: LocalDate,
  calendar: WorkingCalendar,
): DateSet | null => {
  if (totalCap === null || (kind === 'informal' && totalCap.stages === 'formal')) return null;
  const { day: dueOn, certain } = calendar.addWorkingDays(startedOn, totalCap.amount);
  const rule = `${counted(totalCap.amount, 'working day')} in all`;
  return { dueOn, dueAt: endOfDay(dueOn), rule, ...certainty(certain) };
};

/** A deadline that has a date. */
export interface DateSet {
  readonly dueOn: LocalDate;
  readonly dueAt: Instant;
  readonly rule: string;
  /** Left out where the date is certain. */
  readonly notYetCertain?: true;
}

const dated = ({ dueOn, dueAt, firstDueOn: _, ...rest }: Deadline): DateSet | null =>
  dueOn === null || dueAt === null ? null : { dueOn, dueAt, ...rest };

const deadlineOfClock = (
  clock: StageClock,
  place: string,
  stage: Pick<Stage, 'dayZero'>,
  startedAt: Instant,
  calendar: WorkingCalendar,
  meetingOn: LocalDate | null,
): Deadline => {
  switch (clock.unit) {
    case 'working-days': {
      const start = dayZero(stage, startedAt, calendar);
      const days = counted(clock.amount, 'working day');
      const { day, certain } = calendar.addWorkingDays(start.day, clock.amount);
      return dueBy({ day, certain: certain && start.certain }, `${days}${start.inWords}, ${place}`);
    }
    case 'calendar-days': {
      const start = dayZero(stage, startedAt, calendar);
      const days = counted(clock.amount, 'calendar day');
      const day = addDays(start.day, clock.amount);
      return dueBy({ day, certain: start.certain }, `${days}${start.inWords}, ${place}`);
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
      return dueBy({ day: meetingOn, certain: true }, `the date of the meeting, ${place}`);
    case 'none':
      return noDate('none set');
  }
};

/** The day that is day 0, and words for it where it is not the day on which the clock started. */
const dayZero = (
  stage: Pick<Stage, 'dayZero'>,
  startedAt: Instant,
  calendar: WorkingCalendar,
): CountedDay & { readonly inWords: string } => {
  const day = londonDate(startedAt);
  if (stage.dayZero !== 'next-working-day') return { day, certain: true, inWords: '' };
  return calendar.isWorkingDay(day)
    ? { day, certain: calendar.isCertain(day), inWords: '' }
    : { ...calendar.addWorkingDays(day, 1), inWords: ' from the next working day' };
};

const dueBy = ({ day, certain }: CountedDay, rule: string): Deadline => ({
  firstDueOn: day,
  dueOn: day,
  dueAt: endOfDay(day),
  rule,
  ...certainty(certain),
});

const dueWithin = (startedAt: Instant, hours: number, rule: string): Deadline => {
  const day = londonDate(addHours(startedAt, hours));
  return { firstDueOn: day, dueOn: day, dueAt: addHours(startedAt, hours), rule };
};

const noDate = (rule: string): Deadline => ({ firstDueOn: null, dueOn: null, dueAt: null, rule });

const counted = (amount: number, unit: string): string => `${amount} ${unit}${amount === 1 ? '' : 's'}`;
