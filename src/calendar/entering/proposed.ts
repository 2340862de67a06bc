import type { WorkingCalendar } from '../calendar.js';
import type { CouncilCalendar } from '../council-calendar.js';
import { type CalendarAct, calendarDecider, type CouncilDays } from '../council-days.js';

/**
 * The calendar that there would be after these acts, decided by the decider that records them.
 * @throws Refusal as it would be when they are recorded
 */
export const calendarWith = async (
  acts: readonly CalendarAct[],
  calendar: CouncilCalendar,
): Promise<WorkingCalendar> => {
  const days = acts.reduce<CouncilDays>(
    (before, act) =>
      calendarDecider
        .decide(act, before, null)
        .reduce((each, event) => calendarDecider.evolve(each, event as never), before),
    await calendar.said(),
  );
  return calendar.calendarFor(days);
};
