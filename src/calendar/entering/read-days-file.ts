import { parse } from 'csv-parse/sync';
import type { BankHoliday } from '../bank-holidays.js';
import { isLocalDate } from '../dates.js';

/** The reason why a file of days cannot be used, in words for the person who wrote it. */
export class DaysFileInvalid extends Error {
  override readonly name = 'DaysFileInvalid';
}

/**
 * A file of days: a table with the columns `date` and `name` (names may be empty where they are not asked for), or the bank holidays as
 * GOV.UK publishes them (https://www.gov.uk/bank-holidays.json), of which those of England and Wales are taken.
 * @throws DaysFileInvalid with the line that cannot be used
 */
export const readDaysFile = (text: string): BankHoliday[] => {
  // Without the mark with which some editors begin a file in UTF-8.
  const begun = text.trimStart();
  const days = begun.startsWith('{') ? fromGovUk(begun) : fromTable(begun);
  if (days.length === 0) throw new DaysFileInvalid('There is no day in this file.');
  return days;
};

const fromTable = (text: string): BankHoliday[] => {
  const rows = rowsOf(text);
  if (rows[0] !== undefined && !('date' in rows[0])) {
    throw new DaysFileInvalid('The first line names the columns. One of them must be “date”, and one may be “name”.');
  }
  return rows.map(({ date = '', name = '' }, index) => dayIn(date, name, `line ${index + 2}`));
};

const rowsOf = (text: string): Record<string, string>[] => {
  try {
    return parse(text, {
      columns: (names: string[]) => names.map((name) => name.toLowerCase()),
      trim: true,
    });
  } catch {
    throw new DaysFileInvalid(
      'This is not a table with commas between its columns. Its first line should be: date,name',
    );
  }
};

interface GovUk {
  readonly 'england-and-wales'?: { readonly events?: readonly { readonly date?: unknown; readonly title?: unknown }[] };
}

const fromGovUk = (text: string): BankHoliday[] => {
  let events: NonNullable<NonNullable<GovUk['england-and-wales']>['events']> | undefined;
  try {
    events = (JSON.parse(text) as GovUk)['england-and-wales']?.events;
  } catch {
    throw new DaysFileInvalid(
      'This begins like JSON and cannot be read as such. Save https://www.gov.uk/bank-holidays.json anew.',
    );
  }
  if (!Array.isArray(events)) {
    throw new DaysFileInvalid(
      'There is no “england-and-wales” with “events” in this file. Save https://www.gov.uk/bank-holidays.json.',
    );
  }
  return events.map(({ date, title }, index) => dayIn(String(date), String(title), `event ${index + 1}`));
};

const dayIn = (date: string, name: string, where: string): BankHoliday => {
  if (isLocalDate(date)) return { date, name };
  throw new DaysFileInvalid(`On ${where} there is no date that exists. Write it as year-month-day: 2029-01-01.`);
};
