import type { LocalDate } from '../../calendar/calendar.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { recurrenceInWords } from '../recurrence.js';
import type { SeriesDto } from './series.dto.js';

interface Row {
  series: string;
  kind: string;
  name: string;
  recurrence: string;
  starts_at: string;
  place: string | null;
  posts: string;
  stages: string;
  from: string;
  last_on: string | null;
  revision: number;
  next: string | null;
}

/** Every series, with the next meeting that is arranged; before there is one, the one that nobody has closed after its day. */
export const allSeries = (readModels: ReadModels, today: LocalDate): SeriesDto[] =>
  readModels
    .all<Row>(
      `SELECT series.*, (
         SELECT json_object('meeting', meeting.meeting, 'heldOn', meeting.held_on, 'startsAt', meeting.starts_at)
           FROM challenge_meetings AS meeting
          WHERE meeting.series = series.series AND meeting.status = 'arranged'
          ORDER BY meeting.held_on < :today, meeting.held_on LIMIT 1) AS next
         FROM challenge_series AS series ORDER BY series.name, series.series`,
      { today },
    )
    .map(({ starts_at, last_on, ...row }) => {
      const recurrence = JSON.parse(row.recurrence) as Parameters<typeof recurrenceInWords>[0];
      return {
        ...row,
        recurrence,
        meets: recurrenceInWords(recurrence),
        startsAt: starts_at,
        posts: JSON.parse(row.posts) as string[],
        stages: JSON.parse(row.stages) as string[],
        lastOn: last_on,
        next: row.next === null ? null : (JSON.parse(row.next) as SeriesDto['next']),
      };
    });
