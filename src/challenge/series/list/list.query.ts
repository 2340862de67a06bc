import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { londonDate } from '../../../calendar/dates.js';
import { Readings } from '../../../reading/readings.js';
import { type Recurrence, recurrenceInWords } from '../../recurrence.js';
import type { AllSeriesDto, SeriesDto } from './list.dto.js';

/**
 * Every series, with the next meeting that is arranged; before there is one, the one that nobody has closed after its day. The same for
 * everybody: it names no case and no child.
 */
export class ListSeries extends Query<AllSeriesDto> {}

interface Row {
  series: string;
  kind: string;
  name: string;
  recurrence: string;
  starts_at: string;
  place: string | null;
  posts: string;
  people: string;
  stages: string;
  from: string;
  last_on: string | null;
  revision: number;
  next: string | null;
}

@QueryHandler(ListSeries)
export class ListSeriesHandler implements IQueryHandler<ListSeries> {
  constructor(private readonly readings: Readings) {}

  async execute(): Promise<AllSeriesDto> {
    const { readModels, now } = await this.readings.now();
    const rows = readModels.all<Row>(
      `SELECT series.*, (
         SELECT json_object('meeting', meeting.meeting, 'heldOn', meeting.held_on, 'startsAt', meeting.starts_at)
           FROM challenge_meetings AS meeting
          WHERE meeting.series = series.series AND meeting.status = 'arranged'
          ORDER BY meeting.held_on < :today, meeting.held_on LIMIT 1) AS next
         FROM challenge_series AS series ORDER BY series.name, series.series`,
      { today: londonDate(now) },
    );
    return { items: rows.map(listed) };
  }
}

const listed = ({ starts_at, last_on, ...row }: Row): SeriesDto => {
  const recurrence = JSON.parse(row.recurrence) as Recurrence;
  return {
    ...row,
    recurrence,
    meets: recurrenceInWords(recurrence),
    startsAt: starts_at,
    posts: JSON.parse(row.posts) as string[],
    people: JSON.parse(row.people) as string[],
    stages: JSON.parse(row.stages) as string[],
    lastOn: last_on,
    next: row.next === null ? null : (JSON.parse(row.next) as SeriesDto['next']),
  };
};
