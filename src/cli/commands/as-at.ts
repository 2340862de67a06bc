import type { LocalDate } from '../../calendar/calendar.js';
import { isLocalDate } from '../../calendar/dates.js';
import { dayInWords } from '../../calendar/in-words.js';
import { BadUse } from '../terminal.js';

/** @throws BadUse for what is no day */
export const dayGiven = (written: string | undefined): LocalDate | undefined => {
  if (written === undefined || isLocalDate(written)) return written;
  throw new BadUse(`--as-at ${written}: write a day that exists as year-month-day: 2026-03-03.`);
};

/** Says above all else of which day it is. */
export const asItStoodLine = (asAt: string | undefined): string =>
  asAt === undefined ? '' : `As it stood at the end of ${dayInWords(asAt)}. What was recorded later is not in it.\n\n`;
