import { ListItemsHandler } from './items/items.query.js';
import { ReadMeetingCalendarHandler } from './meeting/calendar/calendar.query.js';
import { ListMeetingsHandler } from './meeting/list/list.query.js';
import { FindNextMeetingHandler } from './meeting/next/next.query.js';
import { ReadMeetingPackHandler } from './meeting/pack/pack.query.js';
import { ReadMeetingHandler } from './meeting/read/read.query.js';
import { ReadMeetingNowHandler, ReadRoomHandler } from './meeting/room/room.query.js';
import { ReadSeriesCalendarHandler } from './series/calendar/calendar.query.js';
import { ListSeriesHandler } from './series/list/list.query.js';

/** The class that answers every question about meetings. */
export const challengeQueries = [
  ListItemsHandler,
  ListMeetingsHandler,
  FindNextMeetingHandler,
  ReadMeetingHandler,
  ReadRoomHandler,
  ReadMeetingNowHandler,
  ReadMeetingPackHandler,
  ReadMeetingCalendarHandler,
  ListSeriesHandler,
  ReadSeriesCalendarHandler,
];
