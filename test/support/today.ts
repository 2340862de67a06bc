import type { LocalDate } from '../../src/calendar/calendar.js';
import { londonDate } from '../../src/calendar/dates.js';

/** The day it is for a program that goes by the clock of the machine, as the built one does. */
export const today = (): LocalDate => londonDate(new Date().toISOString());
