import type { Instant } from '../../../calendar/calendar.js';
import { CALENDAR_STREAM } from '../../../calendar/council-days.js';
import type { CouncilCalendar } from '../../../calendar/council-calendar.js';
import type { EventStore } from '../../../platform/event-store/event-store.js';
import type { ReadModels } from '../../../platform/projections/projection.js';
import { meetingsOfSeries } from '../meetings-of-series.js';
import type { Series } from '../series.js';
import { seriesCalendar } from './series-calendar.js';

interface Sources {
  readonly readModels: ReadModels;
  readonly store: EventStore;
  readonly calendar: CouncilCalendar;
  readonly now: Instant;
}

/** The iCalendar file of a series as its meetings stand now. */
export const calendarFile = async (series: Series, { readModels, store, calendar, now }: Sources): Promise<string> => {
  const changes = (await store.read(CALENDAR_STREAM)).length;
  const meetings = meetingsOfSeries(series.series, readModels);
  return seriesCalendar(series, meetings, { calendar: await calendar.current(), changes, now });
};
