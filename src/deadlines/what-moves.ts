import type { Condition } from '../access/scope.js';
import type { LocalDate, WorkingCalendar } from '../calendar/calendar.js';
import { disputeStream } from '../disputes/act-on-dispute.js';
import { disputeDecider } from '../disputes/decide.js';
import { isPutOff } from '../disputes/time/late.js';
import { dayHasComeIn, isToComeIn } from '../disputes/time/late-in-sql.js';
import { deadlinesToMove } from '../disputes/acts/move-deadline-for-holiday/move-deadline-for-holiday.js';
import type { Executor } from '../platform/executor.js';
import type { Reading } from '../reading/reading.js';
import type { RowsApart } from '../work-over-rows.js';

/** A date that a calendar makes later than it is on record. No child, no person. */
export interface DateThatMoves {
  readonly reference: string;
  readonly deadline: 'answer' | 'receipt' | 'total-cap';
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface WhatMoves {
  readonly moves: readonly DateThatMoves[];
  /** References of disputes about whose dates nothing could be said; health names them too. */
  readonly notWorkedOut: readonly string[];
}

export interface WhatMovesNeeds extends Pick<Reading, 'readModels' | 'protocols' | 'now'> {
  readonly executor: Pick<Executor, 'load'>;
  readonly troubles: RowsApart;
}

/** A calendar that there would be, and the first day that it takes for no working day anew: no date before that day moves. */
export interface CalendarProposed {
  readonly calendar: WorkingCalendar;
  readonly firstDay: LocalDate;
}

/**
 * What would move if the calendar were this one, found by the function with which the program then moves it. Nothing is recorded.
 * @param whose rows of the dispute register (alias `register`)
 */
export const whatMoves = async (
  { calendar, firstDay }: CalendarProposed,
  whose: Condition,
  { executor, readModels, protocols, troubles, now }: WhatMovesNeeds,
): Promise<WhatMoves> => {
  const references = readModels
    .all<{ reference: string }>(
      `SELECT DISTINCT date.reference FROM deadlines AS date JOIN dispute_register AS register USING (reference)
        WHERE date.deadline IN ('answer', 'receipt', 'total-cap') AND ${isToComeIn('date.due_at')} AND date.over_at IS NULL
          AND ${dayHasComeIn(':firstDay', 'date.due_on')}
          AND (${whose.sql}) ORDER BY date.reference`,
      { ...whose.parameters, now, firstDay },
    )
    .map(({ reference }) => reference);
  const moves: DateThatMoves[] = [];
  const notWorkedOut: string[] = [];
  const movesOf = async (reference: string): Promise<DateThatMoves[]> => {
    const { state } = await executor.load(disputeStream(reference), disputeDecider);
    return deadlinesToMove(state, { protocols, calendar, now })
      .filter(({ from, to }) => isPutOff(from, to))
      .map(({ named, from, to }) => ({ reference, deadline: named.deadline, from, to }));
  };
  for (const reference of references) {
    const found = await troubles.apart('what a holiday moves', reference, () => movesOf(reference), null);
    if (found === null) notWorkedOut.push(reference);
    else moves.push(...found);
  }
  return { moves, notWorkedOut };
};
