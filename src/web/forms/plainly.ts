import { isLocalDate } from '../../calendar/dates.js';
import { dateInWords } from '../../calendar/in-words.js';

/** Said of three boxes that hold no day of the calendar. */
export const A_REAL_DATE = 'must be a real date, such as 27 3 2026';

/**
 * A message of the API, as a page says it to a person: dates are written in words, and acts that only a program can do (to ask another address,
 * to send an id) are left out.
 */
export const plainly = (message: string): string =>
  message
    .replace(/[:;.]? see GET \S+/g, '')
    .replace(/ Where you stand in [^.]*\./g, '')
    .replace(/\bid or the name\b/g, 'name')
    .replace(/must be a day that exists, written YYYY-MM-DD(?:, (?:for example|as) [\d-]+)?/g, A_REAL_DATE)
    .replace(/\b\d{4}-\d\d-\d\d\b/g, (day) => (isLocalDate(day) ? dateInWords(day) : day));

/** The fault of a field, after its label; a message that is a sentence of its own stands alone. */
export const afterLabel = (label: string, message: string): string =>
  plainly(/^[A-Z]/.test(message) ? message : `${label} ${message}`);
