import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import type { DateOrder, Times } from '../mapping/mapping.js';

export type WrittenDate =
  | { readonly date: LocalDate }
  /** Written as a date, for a day that does not exist. */
  | { readonly impossible: true }
  /** A time of day stands beside the date, and the mapping does not say that it may be left out. */
  | { readonly withTime: true }
  | { readonly unreadable: true };

/**
 * Reads a date as councils write them: `13/05/2021`, `13/5/21`, `13.05.2021`, `13 May 2021`, `13th May 2021`, `05-Apr-22`,
 * `2021-05-13`, and the midnight that spreadsheets add. Two figures for a year mean 20xx. If times are left out, an instant
 * (`2022-04-01T14:30:00Z`) is the day it was in London, and every other time was written down there.
 */
export const readDate = (written: string, order: DateOrder, times: Times): WrittenDate => {
  const text = written.trim().replace(/[ T]00:00(:00(\.0+)?)?Z?$/, '');
  const [, dayWritten, zone] = INSTANT.exec(text) ?? TIMED.exec(text) ?? [];
  if (dayWritten === undefined) return readDay(text, order);
  const day = readDay(dayWritten, order);
  if (!('date' in day)) return day;
  if (times === 'refused') return { withTime: true };
  return zone === undefined ? day : { date: londonDate(text.toUpperCase().replace(/ +/, 'T')) };
};

const TIMED = /^(.*?\d)(?:,? +|T)(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?: ?[ap]m)?$/i;
const INSTANT =
  /^(\d{4}-\d{2}-\d{2})(?: |T)(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/i;

const readDay = (text: string, order: DateOrder): WrittenDate => {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (iso) return existing(iso[1]!, Number(iso[2]), iso[3]!);
  const figures = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(text);
  if (figures) {
    const [day, month] = order === 'day before month' ? [figures[1]!, figures[2]!] : [figures[2]!, figures[1]!];
    return existing(figures[3]!, Number(month), day);
  }
  const named = /^(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)?[-/. ]+([a-z]+)[-/., ]+(\d{4}|\d{2})$/i.exec(text);
  if (named && monthNamed(named[2]!) > 0) return existing(named[3]!, monthNamed(named[2]!), named[1]!);
  return { unreadable: true };
};

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** 1 to 12, or 0 for a word that begins no month. */
const monthNamed = (word: string): number =>
  word.length < 3 ? 0 : MONTHS.findIndex((month) => month.startsWith(word.toLowerCase())) + 1;

const existing = (yearWritten: string, month: number, dayWritten: string): WrittenDate => {
  const year = yearWritten.length === 2 ? 2000 + Number(yearWritten) : Number(yearWritten);
  const day = Number(dayWritten);
  const date = new Date(Date.UTC(year, month - 1, day));
  if (month < 1 || month > 12 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return { impossible: true };
  return { date: date.toISOString().slice(0, 10) };
};
