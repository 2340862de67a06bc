import type { Type } from '@nestjs/common';
import { routesOfActs } from '../platform/http/routes-of-acts.js';
import { ItemsApi } from './items/items.api.js';
import { MEETING_ACTS } from './meeting/acts/all-acts.js';
import { MeetingCalendarApi } from './meeting/calendar/calendar.api.js';
import { ListMeetingsApi } from './meeting/list/list.api.js';
import { MeetingPackApi } from './meeting/pack/pack.api.js';
import { ReadMeetingApi } from './meeting/read/read.api.js';
import { SERIES_ACTS } from './series/acts/all-acts.js';
import { SeriesCalendarApi } from './series/calendar/calendar.api.js';
import { ListSeriesApi } from './series/list/list.api.js';

const routesOfSeriesActs = await routesOfActs(
  SERIES_ACTS.flatMap(({ routes }) => routes),
  (folder) => import(`./series/acts/${folder}/${folder}.route.js`),
);
const routesOfMeetingActs = await routesOfActs(
  MEETING_ACTS.flatMap(({ routes }) => routes),
  (folder) => import(`./meeting/acts/${folder}/${folder}.route.js`),
);

/** Every route about meetings. */
export const challengeRoutes: Type[] = [
  ListSeriesApi,
  SeriesCalendarApi,
  ListMeetingsApi,
  ReadMeetingApi,
  MeetingPackApi,
  MeetingCalendarApi,
  ItemsApi,
  ...routesOfSeriesActs,
  ...routesOfMeetingActs,
];
