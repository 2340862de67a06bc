import { ItemsRoute } from './items/items.route.js';
import { MeetingsRoute } from './meeting/meetings.route.js';
import { SeriesRoute } from './series/series.route.js';

/** Every route about meetings. */
export const challengeRoutes = [SeriesRoute, MeetingsRoute, ItemsRoute];
