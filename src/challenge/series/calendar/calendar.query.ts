import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CouncilCalendar } from '../../../calendar/council-calendar.js';
import { CALENDAR_STREAM } from '../../../calendar/council-days.js';
import type { EventStore } from '../../../platform/event-store/event-store.js';
import { EVENT_STORE } from '../../../platform/store-tokens.js';
import { Readings } from '../../../reading/readings.js';
import { meetingsOfSeries } from '../meetings-of-series.js';
import { SeriesKeeper } from '../series-keeper.js';
import { seriesCalendar } from './series-calendar.js';

/**
 * The days of a series as an iCalendar file (RFC 5545). The same for everybody: no case, child or person is in it.
 * @throws Problem `not-found`
 */
export class ReadSeriesCalendar extends Query<string> {
  constructor(readonly series: string) {
    super();
  }
}

@QueryHandler(ReadSeriesCalendar)
export class ReadSeriesCalendarHandler implements IQueryHandler<ReadSeriesCalendar> {
  constructor(
    private readonly keeper: SeriesKeeper,
    private readonly readings: Readings,
    private readonly calendar: CouncilCalendar,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async execute({ series: id }: ReadSeriesCalendar): Promise<string> {
    const { series } = await this.keeper.find(id);
    const { readModels, calendar, now } = await this.readings.now();
    const changes = (await this.store.read(CALENDAR_STREAM)).length + this.calendar.daysInTable;
    return seriesCalendar(series, meetingsOfSeries(id, readModels), { calendar, changes, now });
  }
}
