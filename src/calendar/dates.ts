import { DateTime } from 'luxon';
import { Refusal } from '../platform/decider.js';
import type { FinancialYear, Instant, LocalDate, Quarter } from './calendar.js';

const LONDON = 'Europe/London';
const DAY = 24 * 60 * 60 * 1000;

/** The day it is in London at an instant: 00:30 British Summer Time on 1 April is 1 April, although it is 31 March in UTC. */
export const londonDate = (instant: Instant): LocalDate => {
  // London is at most one hour ahead of UTC, so both have the same date until 23:00 UTC. Folding a long log needs the short way.
  const untilEleven = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-2]):\d{2}:\d{2}(?:\.\d+)?Z$/.exec(instant);
  if (untilEleven) return untilEleven[1]!;
  return dateOf(DateTime.fromISO(instant, { zone: LONDON }), instant);
};

/** The first instant after a day in London: what was due on that day is late from here on. */
export const endOfDay = (date: LocalDate): Instant => startOfDay(addDays(date, 1));

/** The last moment of a day, in which today is still that day. */
export const lastMomentOf = (date: LocalDate): Instant => new Date(Date.parse(endOfDay(date)) - 1).toISOString();

/** The first instant of a day in London. */
export const startOfDay = (date: LocalDate): Instant => {
  const known = startsOfDays.get(date);
  if (known !== undefined) return known;
  const start = instantOf(DateTime.fromISO(date, { zone: LONDON }), date);
  if (startsOfDays.size === MOST_DAYS_KEPT) startsOfDays.clear();
  startsOfDays.set(date, start);
  return start;
};

/** The same days are asked for again and again, and working one out from the rules of the time zone takes long. */
const startsOfDays = new Map<LocalDate, Instant>();
const MOST_DAYS_KEPT = 20_000;

/** A time of day in London as an instant; minutes may run over the hour. */
export const instantInLondon = (date: LocalDate, hour: number, minute: number): Instant =>
  instantOf(DateTime.fromISO(date, { zone: LONDON }).set({ hour }).plus({ minutes: minute }), date);

/** Hours of real time: a change of the clocks in between makes no difference. */
export const addHours = (instant: Instant, hours: number): Instant =>
  instantOf(DateTime.fromISO(instant, { zone: 'utc' }).plus({ hours }), instant);

export const addMinutes = (instant: Instant, minutes: number): Instant =>
  instantOf(DateTime.fromISO(instant, { zone: 'utc' }).plus({ minutes }), instant);

/** The last date there is: the day after it could not be written in the same way any more. */
const LAST_DATE = '9999-12-30';

/** Whether words are meant as a day, real or not, however it is written: `31 2 2026`, `2026-02-31`, `31 Feb 26`. */
export const isLikeADay = (words: string): boolean =>
  /^\d{1,4}[\s./-]+(\d{1,2}|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)[\s./-]+\d{1,4}$/i.test(
    words.trim(),
  );

/** Whether something is a date that exists, written `YYYY-MM-DD`. */
export const isLocalDate = (value: unknown): value is LocalDate => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const milliseconds = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(milliseconds) && isoDate(milliseconds) === value && value <= LAST_DATE;
};

/** @throws Refusal `not-a-date` (invalid) for anything but a date that exists, written `YYYY-MM-DD` */
export const parseLocalDate = (written: string): LocalDate => {
  const date = written.trim();
  if (isLocalDate(date)) return date;
  throw new Refusal('invalid', 'not-a-date', 'This is not a date that exists. Write it as year-month-day: 2022-04-14.');
};

/** Calendar days; negative to go back. */
export const addDays = (date: LocalDate, days: number): LocalDate => isoDate(Date.parse(date) + days * DAY);

/** Calendar days from one day to another; negative when the other is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => (Date.parse(to) - Date.parse(from)) / DAY;

/** Full years of age on a day; somebody born on 29 February is a year older on 1 March of other years. */
export const ageOn = (day: LocalDate, bornOn: LocalDate): number => {
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return day.slice(5) >= bornOn.slice(5) ? years : years - 1;
};

/** Childhood ends at this age, and the IRO's statutory part in a child's life with it. */
export const ADULT = 18;

/** The day on which somebody reaches an age in full years, by the rule of `ageOn`. */
export const dayOfAge = (bornOn: LocalDate, years: number): LocalDate =>
  isoDate(Date.UTC(Number(bornOn.slice(0, 4)) + years, Number(bornOn.slice(5, 7)) - 1, Number(bornOn.slice(8))));

/** An instant as much later as one moment is after another. */
export const laterBy = (instant: Instant, from: Instant, to: Instant): Instant =>
  new Date(Date.parse(instant) + Date.parse(to) - Date.parse(from)).toISOString();

/** The financial year, April to March, that a day falls in: `2022/23`. */
export const financialYearOf = (date: LocalDate): FinancialYear => {
  const year = Number(date.slice(0, 4));
  return financialYearFrom(date.slice(5) < '04-01' ? year - 1 : year);
};

/** The quarter of the financial year that a day falls in: `2022/23 Q1` is April to June 2022. */
export const quarterOf = (date: LocalDate): Quarter => {
  const month = Number(date.slice(5, 7));
  return `${financialYearOf(date)} Q${Math.floor(((month + 8) % 12) / 3) + 1}`;
};

const MONTHS_OF_QUARTER: Readonly<Record<string, string>> = {
  Q1: 'Apr–Jun',
  Q2: 'Jul–Sep',
  Q3: 'Oct–Dec',
  Q4: 'Jan–Mar',
};

/** As people read it: `Q1 2022/23 (Apr–Jun)`. */
export const quarterInWords = (quarter: Quarter): string => {
  const [year, number] = quarter.split(' ') as [string, string];
  return `${number} ${year} (${MONTHS_OF_QUARTER[number]})`;
};

/** The four quarters of a financial year, in order. */
export const quartersOf = (year: FinancialYear): Quarter[] => [1, 2, 3, 4].map((quarter) => `${year} Q${quarter}`);

/** `2022-23` and `2022/23` are the year `2022/23`. */
export const yearWritten = (written: string): FinancialYear => written.replace('-', '/');

/** `2022/23 Q1`, `2022-23 Q1`, or `Q1` of any year where only its number is written. */
export const quarterWritten = (written: string): Quarter => {
  const number = written.slice(-1);
  return written.includes(' ') ? `${yearWritten(written.slice(0, 7))} Q${number}` : `Q${number}`;
};

/** The days of a quarter: `2022/23 Q4` is January to March 2023. */
export const quarterPeriod = (quarter: Quarter): { readonly from: LocalDate; readonly to: LocalDate } => {
  const first = firstCalendarYear(quarter);
  switch (quarter.slice(-1)) {
    case '1':
      return { from: `${pad(first, 4)}-04-01`, to: `${pad(first, 4)}-06-30` };
    case '2':
      return { from: `${pad(first, 4)}-07-01`, to: `${pad(first, 4)}-09-30` };
    case '3':
      return { from: `${pad(first, 4)}-10-01`, to: `${pad(first, 4)}-12-31` };
    default:
      return { from: `${pad(first + 1, 4)}-01-01`, to: `${pad(first + 1, 4)}-03-31` };
  }
};

/** Whether something is a financial year as councils write it: `2022/23`, `1999/00`. */
export const isFinancialYear = (value: unknown): value is FinancialYear =>
  typeof value === 'string' && /^\d{4}\/\d{2}$/.test(value) && financialYearFrom(firstCalendarYear(value)) === value;

/** 1 April. */
export const firstDayOf = (year: FinancialYear): LocalDate => `${pad(firstCalendarYear(year), 4)}-04-01`;

/** 31 March. */
export const lastDayOf = (year: FinancialYear): LocalDate => `${pad(firstCalendarYear(year) + 1, 4)}-03-31`;

export const previousYear = (year: FinancialYear): FinancialYear => financialYearFrom(firstCalendarYear(year) - 1);

const firstCalendarYear = (year: FinancialYear): number => Number(year.slice(0, 4));
const financialYearFrom = (calendarYear: number): FinancialYear =>
  `${pad(calendarYear, 4)}/${pad((calendarYear + 1) % 100, 2)}`;
const pad = (value: number, length: number): string => String(value).padStart(length, '0');
const isoDate = (milliseconds: number): LocalDate => new Date(milliseconds).toISOString().slice(0, 10);

const dateOf = (time: DateTime, from: string): LocalDate => {
  const date = time.toISODate();
  if (date === null) throw new RangeError(`Not an instant: ${from}`);
  return date;
};

const instantOf = (time: DateTime, from: string): Instant => {
  const instant = time.toUTC().toISO();
  if (instant === null) throw new RangeError(`Not a date or instant: ${from}`);
  return instant;
};
