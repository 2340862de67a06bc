import { isLocalDate } from '../../calendar/dates.js';
import { dateInWords } from '../../calendar/in-words.js';

/** Said of three boxes that hold no day of the calendar. */
export const A_REAL_DATE = 'must be a real date, such as 27 3 2026';

/**
 * A message of the API, as a page says it to a person: dates are written in words, and acts that only a program can do (to ask another address,
 * to send an id, to write a number as a number) are left out.
 */
export const plainly = (message: string): string =>
  message
    .replace(/[:;.]? see GET \S+/g, '')
    .replace(/ Where you stand in [^.]*\./g, '')
    .replace(
      / To act on it, say so: send it again with the header .*$/,
      ' To act on it, open it from My work, where what is theirs is listed.',
    )
    .replace(/\bid or the name\b/g, 'name')
    .replace(/must be a day that exists, written YYYY-MM-DD(?:, (?:for example|as) [\d-]+)?/g, A_REAL_DATE)
    .replace(/, without quotation marks$/, '')
    .replace(/\b\d{4}-\d\d-\d\d\b/g, (day) => (isLocalDate(day) ? dateInWords(day) : day));

/** The fault of a field, after its label: of a question it is a sentence of its own, and so is a message that begins as one. */
export const afterLabel = (label: string, message: string): string => {
  if (/^[A-Z]/.test(message)) return plainly(message);
  return plainly(label.endsWith('?') ? `${label} It ${message}` : `${label} ${message}`);
};
