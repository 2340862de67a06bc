import type { LocalDate, WorkingCalendar } from '../calendar.js';
import type { CouncilCalendar } from '../council-calendar.js';
import { type CalendarAct, calendarDecider, type CouncilDays } from '../council-days.js';

/**
 * The calendar that there would be after these acts, decided by the decider that records them, and the first day they name.
 * @throws Refusal as it would be when they are recorded
 */
export const calendarWith = async (
  acts: readonly CalendarAct[],
  calendar: CouncilCalendar,
): Promise<{ calendar: WorkingCalendar; firstDay: LocalDate }> => {
  const days = acts.reduce<CouncilDays>(
    (before, act) =>
      calendarDecider
        .decide(act, before, null)
        .reduce((each, event) => calendarDecider.evolve(each, event as never), before),
    await calendar.said(),
  );
  const [firstDay = NO_DAY] = acts.flatMap(daysIn).sort();
  return { calendar: calendar.calendarFor(days), firstDay };
};

/** Days that are taken away make no date later. */
const daysIn = (act: CalendarAct): LocalDate[] =>
  act.type === 'set-closing-days' ? act.dates : act.add.map(({ date }) => date);

const NO_DAY: LocalDate = '9999-12-31';
