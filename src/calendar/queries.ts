import { ReadCalendarHandler } from './entering/calendar.query.js';
import { ReadWhatMovesHandler } from './entering/what-moves.query.js';

/** The class that answers every question about the council's calendar. */
export const calendarQueries = [ReadCalendarHandler, ReadWhatMovesHandler];
