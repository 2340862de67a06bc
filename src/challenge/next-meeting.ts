import type { LocalDate } from '../calendar/calendar.js';
import type { ReadModels } from '../platform/projections/projection.js';
import type { Stage } from '../protocol/protocol.js';

/**
 * The day of the next arranged meeting that times a stage, from a day on; of the series that name the stage, else of those that name none.
 * Some can be left out: those from whose agenda a case was taken.
 */
export const nextMeetingFrom =
  (readModels: ReadModels, from: LocalDate) =>
  (stage: Stage, besides: readonly string[] = []): LocalDate | null => {
    if (stage.clock.unit !== 'meeting') return null;
    const row = readModels.get<{ held_on: LocalDate }>(
      `SELECT meeting.held_on FROM challenge_meetings AS meeting
         JOIN challenge_series AS series ON series.series = meeting.series
        WHERE meeting.status = 'arranged' AND meeting.held_on >= :from AND meeting.meeting NOT IN (SELECT value FROM json_each(:besides))
          AND (:code IN (SELECT value FROM json_each(series.stages)) OR json_array_length(series.stages) = 0)
        ORDER BY json_array_length(series.stages) = 0, meeting.held_on LIMIT 1`,
      { from, besides: JSON.stringify(besides), code: stage.code },
    );
    return row?.held_on ?? null;
  };
