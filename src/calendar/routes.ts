import { CalendarApi } from './entering/calendar.api.js';
import { CalendarPage } from './entering/calendar.page.js';
import { calendarPages } from './entering/calendar-pages.js';
import { CalendarRoute } from './entering/calendar.route.js';

/** Every route about the council's calendar. */
export const calendarRoutes = [CalendarApi, CalendarRoute, CalendarPage, ...calendarPages];
