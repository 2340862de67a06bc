import type { LocalDate } from '../../calendar/calendar.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import type { ArrangedDay } from './days-of-series.js';

/** A meeting of a series that has been arranged, as it stands. */
export interface MeetingOfSeries extends ArrangedDay {
  readonly heldOn: LocalDate;
  readonly startsAt: string;
  readonly place: string | null;
  readonly moves: number;
}

/** Every one of them, by the day that the series gave it. */
export const meetingsOfSeries = (series: string, readModels: ReadModels): MeetingOfSeries[] =>
  readModels
    .all<{
      planned_on: LocalDate;
      held_on: LocalDate;
      starts_at: string;
      place: string | null;
      status: string;
      moves: number;
    }>('SELECT * FROM challenge_meetings WHERE series = ? ORDER BY planned_on', [series])
    .map((row) => ({
      plannedOn: row.planned_on,
      heldOn: row.held_on,
      startsAt: row.starts_at,
      place: row.place,
      isCancelled: row.status === 'cancelled',
      moves: row.moves,
    }));
