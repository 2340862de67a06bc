import { ReadCalendarHandler } from './entering/calendar.query.js';
import { ReadWhatMovesHandler } from './entering/what-moves.query.js';

/** What answers every question about the council's calendar. */
export const calendarQueries = [ReadCalendarHandler, ReadWhatMovesHandler];
