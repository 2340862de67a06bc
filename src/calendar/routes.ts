import { CalendarApi } from './entering/calendar.api.js';
import { CalendarRoute } from './entering/calendar.route.js';

/** Every route about the council's calendar. */
export const calendarRoutes = [CalendarApi, CalendarRoute];
