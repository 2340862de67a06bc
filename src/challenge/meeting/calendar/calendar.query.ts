import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { AskedBy } from '../../../access/asker.js';
import { CALENDAR_STREAM } from '../../../calendar/council-days.js';
import { CouncilCalendar } from '../../../calendar/council-calendar.js';
import type { EventStore } from '../../../platform/event-store/event-store.js';
import { EVENT_STORE } from '../../../platform/store-tokens.js';
import { Readings } from '../../../reading/readings.js';
import { meetingCalendar } from '../../series/calendar/series-calendar.js';
import { meetingsOfSeries } from '../../series/meetings-of-series.js';
import { SeriesKeeper } from '../../series/series-keeper.js';
import { MeetingRelations } from '../meeting-relations.js';

/**
 * One meeting as an iCalendar file (RFC 5545). No case, child or person is in it.
 * @throws Problem `not-found` for a meeting that is not for this person to know
 */
export class ReadMeetingCalendar extends Query<string> {
  constructor(
    readonly meeting: string,
    readonly asker: AskedBy,
  ) {
    super();
  }
}

@QueryHandler(ReadMeetingCalendar)
export class ReadMeetingCalendarHandler implements IQueryHandler<ReadMeetingCalendar> {
  constructor(
    private readonly relations: MeetingRelations,
    private readonly keeper: SeriesKeeper,
    private readonly readings: Readings,
    private readonly calendar: CouncilCalendar,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async execute({ meeting: id, asker }: ReadMeetingCalendar): Promise<string> {
    const { meeting } = await this.relations.find(id, asker);
    const { readModels, now } = await this.readings.now();
    const changes = (await this.store.read(CALENDAR_STREAM)).length + this.calendar.daysInTable;
    const of = meeting.series?.series;
    const ofSeries =
      of === undefined
        ? null
        : { series: (await this.keeper.find(of)).series, arranged: meetingsOfSeries(of, readModels) };
    return meetingCalendar(meeting, ofSeries, { changes, now });
  }
}
