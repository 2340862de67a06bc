import type { Condition } from '../access/scope.js';
import type { LocalDate, WorkingCalendar } from '../calendar/calendar.js';
import { disputeStream } from '../disputes/act-on-dispute.js';
import { disputeDecider } from '../disputes/decide.js';
import { isPutOff } from '../disputes/time/late.js';
import { dayHasComeIn, isToComeIn } from '../disputes/time/late-in-sql.js';
import { deadlinesToMove } from '../disputes/acts/move-deadline-for-holiday/move-deadline-for-holiday.js';
import type { Executor } from '../platform/executor.js';
import type { Reading } from '../reading/reading.js';
import { dateCountedAnew } from '../reviews/recommendations/count-anew.js';
import { recommendationsDecider, recommendationsStream } from '../reviews/recommendations/recommendations.js';
import type { RowsApart } from '../work-over-rows.js';

/** A date that a calendar makes later than it is on record. No child, no person. */
export interface DateThatMoves {
  readonly reference: string;
  /** Of a dispute; or the day from which silence about the recommendations of a review means agreed. */
  readonly deadline: 'answer' | 'receipt' | 'total-cap' | 'recommendations';
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface WhatMoves {
  readonly moves: readonly DateThatMoves[];
  /** References of disputes and recommendations about whose dates nothing could be said; health names them too. */
  readonly notWorkedOut: readonly string[];
}

export interface WhatMovesNeeds extends Pick<Reading, 'readModels' | 'protocols' | 'now'> {
  readonly executor: Pick<Executor, 'load'>;
  readonly troubles: RowsApart;
}

/** The rows that are looked at: of the dispute register (alias `register`), and of `recommendations` (alias `sent`). */
export interface WhoseDates {
  readonly disputes: Condition;
  readonly recommendations: Condition;
}

/** A calendar that there would be, and the first day that it takes for no working day anew: no date before that day moves. */
export interface CalendarProposed {
  readonly calendar: WorkingCalendar;
  readonly firstDay: LocalDate;
}

/**
 * The dates that would move if the calendar were this one, found by the function with which the program then moves it. Nothing is recorded.
 */
export const whatMoves = async (
  { calendar, firstDay }: CalendarProposed,
  { disputes, recommendations }: WhoseDates,
  { executor, readModels, protocols, troubles, now }: WhatMovesNeeds,
): Promise<WhatMoves> => {
  const counting = { protocols, calendar, now };
  const moves: DateThatMoves[] = [];
  const notWorkedOut: string[] = [];
  const lookAt = async (
    sql: string,
    { parameters }: Condition,
    movesOf: (reference: string) => Promise<DateThatMoves[]>,
  ): Promise<void> => {
    for (const { reference } of readModels.all<{ reference: string }>(sql, { ...parameters, now, firstDay })) {
      const found = await troubles.apart('what a holiday moves', reference, () => movesOf(reference), null);
      if (found === null) notWorkedOut.push(reference);
      else moves.push(...found);
    }
  };
  await lookAt(disputesWithDates(disputes), disputes, async (reference) => {
    const { state } = await executor.load(disputeStream(reference), disputeDecider);
    return deadlinesToMove(state, counting)
      .filter(({ from, to }) => isPutOff(from, to))
      .map(({ named, from, to }) => ({ reference, deadline: named.deadline, from, to }));
  });
  await lookAt(recommendationsAwaited(recommendations), recommendations, async (reference) => {
    const { state } = await executor.load(recommendationsStream(reference), recommendationsDecider);
    const anew = state === null ? null : dateCountedAnew(state, counting);
    return state === null || anew === null || !isPutOff(state.dueOn, anew.dueOn)
      ? []
      : [{ reference, deadline: 'recommendations', from: state.dueOn, to: anew.dueOn }];
  });
  return { moves, notWorkedOut };
};

const disputesWithDates = ({ sql }: Condition): string =>
  `SELECT DISTINCT date.reference FROM deadlines AS date JOIN dispute_register AS register USING (reference)
    WHERE date.deadline IN ('answer', 'receipt', 'total-cap') AND ${isToComeIn('date.due_at')} AND date.over_at IS NULL
      AND ${dayHasComeIn(':firstDay', 'date.due_on')}
      AND (${sql}) ORDER BY date.reference`;

/** After a child's death nobody is taken to have agreed to anything. */
const recommendationsAwaited = ({ sql }: Condition): string =>
  `SELECT sent.reference FROM recommendations AS sent LEFT JOIN children ON children.child = sent.child
    WHERE sent.standing = 'awaiting-answer' AND children.died_on IS NULL
      AND (sent.not_yet_certain OR ${isToComeIn('sent.due_at')}) AND ${dayHasComeIn(':firstDay', 'sent.due_on')}
      AND (${sql}) ORDER BY sent.reference`;
