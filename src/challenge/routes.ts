import type { Type } from '@nestjs/common';
import { ItemsApi } from './items/items.api.js';
import { MEETING_ACTS } from './meeting/acts/all-acts.js';
import { ListMeetingsApi } from './meeting/list/list.api.js';
import { MeetingPackApi } from './meeting/pack/pack.api.js';
import { ReadMeetingApi } from './meeting/read/read.api.js';
import { SERIES_ACTS } from './series/acts/all-acts.js';
import { SeriesCalendarApi } from './series/calendar/calendar.api.js';
import { ListSeriesApi } from './series/list/list.api.js';

const routesIn = async (acts: string, folders: readonly string[]): Promise<Type[]> => {
  const modules = await Promise.all(folders.map((folder) => import(`./${acts}/${folder}/${folder}.route.js`)));
  return modules.flatMap((each) => Object.values(each as Record<string, Type>));
};

/** A list of acts names each act once, so a route is found in the folder of its act. */
const routesOfActs = await Promise.all([
  routesIn(
    'series/acts',
    SERIES_ACTS.flatMap(({ routes }) => routes),
  ),
  routesIn(
    'meeting/acts',
    MEETING_ACTS.flatMap(({ routes }) => routes),
  ),
]);

/** Every route about meetings. */
export const challengeRoutes: Type[] = [
  ListSeriesApi,
  SeriesCalendarApi,
  ListMeetingsApi,
  ReadMeetingApi,
  MeetingPackApi,
  ItemsApi,
  ...routesOfActs.flat(),
];
