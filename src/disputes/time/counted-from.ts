import type { LocalDate } from '../../calendar/calendar.js';
import { refuse } from '../../platform/decider.js';
import type { CountedFrom } from '../../protocol/deadline.js';
import type { Stage } from '../../protocol/protocol.js';
import type { Matter, Round } from '../dispute.js';

/*
 * From which day an answer's time is counted, and how much of it there is, where that is not simply the time of the stage from the day on
 * which it begins. Undefined where it is.
 */

/** The days from which a protocol may count; null where there is none on record. */
export interface DaysToCountFrom {
  readonly raising: LocalDate;
  readonly review: LocalDate | null;
  readonly call: LocalDate | null;
}

export const daysToCountFrom = ({ raisedOn, reviewedOn, calledOn }: Matter): DaysToCountFrom => ({
  raising: raisedOn,
  review: reviewedOn,
  call: calledOn,
});

/**
 * When a dispute is raised at a stage, or goes up to it.
 *
 * @param today day on which the stage begins
 * @param answerWithin how many of the days (or hours) of its clock were chosen; null where none were
 * @throws Refusal `time-not-chosen-here`, `more-time-than-the-limit`
 */
export const countedOnReaching = (
  stage: Stage,
  days: DaysToCountFrom,
  today: LocalDate,
  answerWithin: number | null,
): CountedFrom | undefined => {
  const amount = amountChosen(stage, answerWithin);
  const { from } = stage.timing ?? {};
  if (amount === null || (from === undefined && answerWithin === null)) return undefined;
  if (from === undefined) return { from: 'stage', on: today, amount };
  const on = days[from];
  return on === null ? { from: 'raising', on: days.raising, amount } : { from, on, amount };
};

/** Whether the time is counted from a day of which there is no record, so that it is counted from the raising instead. */
export const lacksItsFirstDay = ({ timing }: Stage, days: DaysToCountFrom): boolean =>
  timing?.from !== undefined && days[timing.from] === null;

/** Back down at a stage it begins anew, in the shorter time where the protocol has one. */
export const countedAfterSendBack = ({ timing }: Stage, today: LocalDate): CountedFrom | undefined =>
  timing?.afterSendBack === undefined ? undefined : { from: 'stage', on: today, amount: timing.afterSendBack };

/** A clock that starts again at the same stage, redirected or reopened, has the time that was chosen for it. */
export const countedAnew = ({ deadline }: Round, { timing }: Stage, today: LocalDate): CountedFrom | undefined =>
  timing?.chosen === undefined || deadline?.counted === undefined
    ? undefined
    : { from: 'stage', on: today, amount: deadline.counted.amount };

const amountChosen = ({ clock, timing, name }: Stage, answerWithin: number | null): number | null => {
  const most = 'amount' in clock ? clock.amount : null;
  if (answerWithin === null) return most;
  if (most === null || timing?.chosen === undefined)
    return refuse(
      'time-not-chosen-here',
      `The protocol sets the time of “${name}” itself. Leave the time to answer out.`,
    );
  if (answerWithin > most)
    return refuse(
      'more-time-than-the-limit',
      `The time to answer at “${name}” is at most ${most}. Choose a whole number from 1 to ${most}.`,
    );
  return answerWithin;
};
