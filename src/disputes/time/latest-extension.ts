import type { WorkingCalendar, LocalDate } from '../../calendar/calendar.js';
import type { Protocol } from '../../protocol/protocol.js';

/**
 * The last working day until which the protocol lets a date be put off; null where it sets no limit, or there is no date. It is counted
 * from the first date, so that one extension after another cannot outgrow the maximum.
 */
export const latestExtension = (
  { firstDueOn, dueOn }: { readonly firstDueOn: LocalDate | null; readonly dueOn: LocalDate | null },
  { extensions: { maximumWorkingDays } }: Pick<Protocol, 'extensions'>,
  calendar: Pick<WorkingCalendar, 'addWorkingDays'>,
): LocalDate | null => {
  const from = firstDueOn ?? dueOn;
  return maximumWorkingDays === null || from === null ? null : calendar.addWorkingDays(from, maximumWorkingDays).day;
};
