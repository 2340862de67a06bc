import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CouncilCalendar } from '../../../calendar/council-calendar.js';
import type { Clock } from '../../../platform/clock/clock.js';
import type { EventStore } from '../../../platform/event-store/event-store.js';
import type { ReadModels } from '../../../platform/projections/projection.js';
import { EVENT_STORE, READ_MODELS } from '../../../platform/store-tokens.js';
import { CLOCK } from '../../../platform/tokens.js';
import { SeriesKeeper } from '../series-keeper.js';
import { calendarFile } from './calendar-file.js';

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
    private readonly calendar: CouncilCalendar,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ series }: ReadSeriesCalendar): Promise<string> {
    const { series: found } = await this.keeper.find(series);
    const { readModels, store, calendar } = this;
    return calendarFile(found, { readModels, store, calendar, now: this.clock.now() });
  }
}
