import type { Instant, LocalDate, WorkingCalendar } from '../../calendar/calendar.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import type { Series } from '../series/series.js';
import { seriesCalendar } from './series-calendar.js';

/** The iCalendar file of a series as its meetings stand now. */
export const calendarFile = (
  series: Series,
  readModels: ReadModels,
  calendar: WorkingCalendar,
  now: Instant,
): string => {
  const arranged = readModels.all<{
    planned_on: LocalDate;
    held_on: LocalDate;
    starts_at: string;
    place: string | null;
    status: string;
    moves: number;
  }>('SELECT * FROM challenge_meetings WHERE series = ? ORDER BY planned_on', [series.series]);
  return seriesCalendar(
    series,
    arranged.map((row) => ({
      plannedOn: row.planned_on,
      heldOn: row.held_on,
      startsAt: row.starts_at,
      place: row.place,
      isCancelled: row.status === 'cancelled',
      moves: row.moves,
    })),
    calendar,
    now,
  );
};
