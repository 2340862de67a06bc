import type { FinancialYear, Instant, LocalDate } from '../../calendar/calendar.js';
import { financialYearOf } from '../../calendar/dates.js';
import { meetingActionDate } from '../../challenge/meeting/action-date.js';
import { missedAt } from '../../disputes/time/late.js';
import type { Reading } from '../../reading/reading.js';
import { percentOf } from '../rounding.js';

/** The actions that people undertook over themes, in numbers alone: they concern no child and stand in no dispute. */
export interface ThemeActionFigures {
  readonly undertaken: number;
  readonly doneInTime: number;
  /** Recorded after its day, whatever day is said. */
  readonly doneLate: number;
  readonly overdue: number;
  readonly toCome: number;
  /** Done in time, of those that are done or overdue. */
  readonly inTimePercent: number | null;
}

/** By the same rule of lateness as the actions of disputes. */
export const themeActionFigures = (year: FinancialYear, { readModels, now }: Reading): ThemeActionFigures => {
  const undertaken = readModels
    .all<{ heldOn: LocalDate; by: LocalDate; recordedAt: Instant | null }>(
      `SELECT meeting.held_on AS heldOn, json_extract(action.value, '$.by') AS "by",
              json_extract(action.value, '$.recordedAt') AS recordedAt
         FROM challenge_items AS item JOIN challenge_meetings AS meeting ON meeting.meeting = item.meeting,
              json_each(item.actions) AS action
        WHERE item.about = 'theme'`,
    )
    .filter(({ heldOn }) => financialYearOf(heldOn) === year)
    .map(meetingActionDate);
  const how = (wasDone: boolean, wasMissed: boolean): number =>
    undertaken.filter((date) => (date.metAt !== null) === wasDone && (missedAt(date, now) !== null) === wasMissed)
      .length;
  const [doneInTime, doneLate, overdue, toCome] = [
    how(true, false),
    how(true, true),
    how(false, true),
    how(false, false),
  ];
  return {
    ...{ undertaken: undertaken.length, doneInTime, doneLate, overdue, toCome },
    inTimePercent: percentOf({ part: doneInTime, whole: doneInTime + doneLate + overdue }),
  };
};
