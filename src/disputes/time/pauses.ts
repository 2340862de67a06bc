import type { Instant, LocalDate, WorkingCalendar } from '../../calendar/calendar.js';
import { addDays, addHours, daysBetween, endOfDay, laterBy, londonDate, startOfDay } from '../../calendar/dates.js';
import { certainty } from '../../protocol/deadline.js';
import type { Stage } from '../../protocol/protocol.js';
import type { DisputeContext } from '../context.js';
import type { Pause, Round } from '../dispute.js';
import type { AnswerDeadlineSet, DisputeEvent } from '../events.js';
import { earliest, latest } from './late.js';

/*
 * How many days a pause gives back, for resume-clock, for a pause entered afterwards, and after a freeze. A pause has a first and a last
 * day, both included, and each working day in it counts once, whatever day of the week it is entered on. One whose last day is before
 * its first gives back nothing.
 */

/** The last day that resuming proposes: yesterday, for today the clock runs. A stage in hours counts those of today too. */
export const lastDayProposed = (stage: Stage, today: LocalDate): LocalDate =>
  stage.clock.unit === 'hours' ? today : addDays(today, -1);

/** The clock stands still from a day on. */
export const clockPaused = (round: Round, firstDay: LocalDate, reason: string): DisputeEvent => ({
  type: 'ClockPaused',
  data: { round: round.number, firstDay, reason },
});

/** A day, or the first one after it on which the clock of a round has not stood still already. */
export const firstDayNotYetPaused = ({ pauses }: Round, day: LocalDate): LocalDate => {
  const last = pauses.at(-1)?.lastDay ?? null;
  return last === null || last < day ? day : addDays(last, 1);
};

/** The clock runs again, and the date is as much later as the clock stood still, in what the stage counts. */
export const clockResumed = (
  round: Round,
  stage: Stage,
  lastDay: LocalDate,
  reason: string,
  { calendar, now }: Pick<DisputeContext, 'calendar' | 'now'>,
): [DisputeEvent, DisputeEvent] => {
  const pause = round.pauses.at(-1)!;
  const { notYetCertain: _, ...deadline } = round.deadline!;
  return [
    { type: 'ClockResumed', data: { round: round.number, lastDay, reason } },
    {
      type: 'AnswerDeadlineSet',
      data: { ...deadline, why: 'resumed', ...laterDate(round, stage, { ...pause, lastDay }, calendar, now) },
    },
  ];
};

/** A pause that was over when it went on record. */
export const pausedAndResumed = (
  round: Round,
  stage: Stage,
  { firstDay, lastDay }: { readonly firstDay: LocalDate; readonly lastDay: LocalDate },
  reason: string,
  context: Pick<DisputeContext, 'calendar' | 'now'>,
): DisputeEvent[] => {
  const pause = { firstDay, lastDay: null, stoppedAt: context.now, resumedAt: null };
  const whilePaused = { ...round, pauses: [...round.pauses, pause] };
  return [clockPaused(round, firstDay, reason), ...clockResumed(whilePaused, stage, lastDay, reason, context)];
};

/** Working days on which the clock of a round has stood still, over all its pauses that are over. */
export const workingDaysPaused = (pauses: readonly Pause[], calendar: WorkingCalendar): number =>
  pauses.reduce((days, pause) => days + (isOver(pause) ? workingDaysIn(pause, calendar) : 0), 0);

type WholePause = Pause & { readonly lastDay: LocalDate };

const isOver = (pause: Pause): pause is WholePause => pause.lastDay !== null;

const laterDate = (
  round: Round,
  stage: Stage,
  pause: WholePause,
  calendar: WorkingCalendar,
  now: Instant,
): Pick<AnswerDeadlineSet, 'dueOn' | 'dueAt' | 'notYetCertain'> => {
  const { startedOn, dueOn, dueAt } = round.deadline!;
  switch (stage.clock.unit) {
    case 'hours': {
      const { from, to } = hoursOf(
        pause,
        startOfHours(round, round.deadline?.counted?.amount ?? stage.clock.amount),
        now,
      );
      const later = from < to ? laterBy(dueAt!, from, to) : dueAt!;
      return { dueOn: londonDate(later), dueAt: later };
    }
    case 'working-days': {
      const { day, certain } = calendar.addWorkingDays(dueOn!, workingDaysIn(pause, calendar));
      const isCertain = round.dateIsAgreed || (certain && calendar.isCertain(startedOn, day));
      return { ...untilTheEndOf(day), ...certainty(isCertain) };
    }
    default:
      return untilTheEndOf(addDays(dueOn!, daysIn(pause)));
  }
};

const untilTheEndOf = (dueOn: LocalDate) => ({ dueOn, dueAt: endOfDay(dueOn) });

const daysIn = ({ firstDay, lastDay }: WholePause): number => Math.max(0, daysBetween(firstDay, lastDay) + 1);

const workingDaysIn = ({ firstDay, lastDay }: WholePause, calendar: WorkingCalendar): number =>
  Math.max(0, calendar.workingDaysBetween(addDays(firstDay, -1), lastDay));

/** From the moment it was paused to the moment it was resumed; whole days where the day itself was entered afterwards. */
const hoursOf = (
  { firstDay, lastDay, stoppedAt }: WholePause,
  startedAt: Instant | null,
  now: Instant,
): { from: Instant; to: Instant } => ({
  from: firstDay === londonDate(stoppedAt) ? stoppedAt : latest(startOfDay(firstDay), startedAt)!,
  to: earliest(endOfDay(lastDay), now)!,
});

/** A clock in hours began as many hours before its first date; null where none was set. */
const startOfHours = ({ firstDueAt }: Round, hours: number): Instant | null =>
  firstDueAt === null ? null : addHours(firstDueAt, -hours);
