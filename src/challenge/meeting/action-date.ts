import type { Instant, LocalDate } from '../../calendar/calendar.js';
import { endOfDay } from '../../calendar/dates.js';
import type { DateGiven } from '../../disputes/time/late.js';

/**
 * The date of what somebody undertook over a theme: as an agreed action of a dispute, it is met when it is recorded as done, so that
 * what was recorded after its day was missed, whatever day is said.
 *
 * @param by the last day on which it is in time
 * @param recordedAt when it was recorded as done; null until then
 */
export const meetingActionDate = ({
  by,
  recordedAt,
}: {
  readonly by: LocalDate;
  readonly recordedAt: Instant | null;
}): DateGiven => ({ dueAt: endOfDay(by), metAt: recordedAt, overAt: null, stoppedAt: null });
