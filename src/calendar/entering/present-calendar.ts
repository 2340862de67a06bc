import type { DateThatMoves, WhatMoves } from '../../deadlines/what-moves.js';
import type { LocalDate } from '../calendar.js';
import { dayInWords, shortDay } from '../in-words.js';
import type { InATable } from '../../web/forms/carrying.js';
import type { CalendarDto } from './calendar.dto.js';

/** The data from which the page of the calendar is made. */
export interface CalendarOfPage extends CalendarDto {
  readonly today: LocalDate;
  readonly maySet: boolean;
}

/** Days that are past stand apart: what somebody plans with is what comes. */
export const presentCalendar = (calendar: CalendarOfPage): object => {
  const { knownFrom, knownTo, warning, closingDays, bankHolidays, entered, removed, today, maySet } = calendar;
  const ownWord = new Set(entered.map(({ date }) => date));
  const holidays = bankHolidays.map(({ date, name }) => ({
    ...{ date, name, day: dayInWords(date) },
    said: ownWord.has(date) ? 'entered by the council' : '',
  }));
  const closed = closingDays.map((date) => ({ date, day: dayInWords(date) }));
  const isToCome = ({ date }: { readonly date: LocalDate }): boolean => date >= today;
  return {
    title: 'Calendar',
    maySet,
    known: `Bank holidays are known from ${dayInWords(knownFrom)} to ${dayInWords(knownTo)}.`,
    warning,
    closed: closed.filter(isToCome),
    closedBefore: closed.filter((each) => !isToCome(each)),
    holidays: holidays.filter(isToCome),
    holidaysBefore: holidays.filter((each) => !isToCome(each)).reverse(),
    removed: removed.map((date) => dayInWords(date)),
  };
};

const SAID: Readonly<Record<DateThatMoves['deadline'], string>> = {
  answer: 'Answer',
  receipt: 'Receipt',
  'total-cap': 'Limit of all stages together',
  recommendations: 'Silence means agreed',
};

/** As many dates as stand on a page before the rest is counted. */
const MOST_SHOWN = 50;

/** The order of the dates that would move: those on which somebody has to do something first. */
const ORDER: readonly DateThatMoves['deadline'][] = ['answer', 'receipt', 'recommendations', 'total-cap'];

/** The dates that are shown: answers first. */
export const movesShown = (moves: readonly DateThatMoves[]): DateThatMoves[] =>
  [...moves].sort((a, b) => ORDER.indexOf(a.deadline) - ORDER.indexOf(b.deadline)).slice(0, MOST_SHOWN);

/** A row for each date that is shown. @param withWhom the people who have a dispute now, by its reference */
export const movesInATable = (
  { moves }: Pick<WhatMoves, 'moves'>,
  withWhom: ReadonlyMap<string, { readonly who: readonly string[] }>,
): InATable['table'] =>
  moves.length === 0
    ? null
    : {
        caption: 'Dates that move',
        heads: ['Of', 'Date', 'New day', 'Instead of', 'With'],
        rows: movesShown(moves).map(({ reference, deadline, from, to }) => [
          reference,
          SAID[deadline],
          shortDay(to),
          shortDay(from),
          withWhom.get(reference)?.who.join(', ') || '–',
        ]),
      };

/** How many dates would move, and of how many nothing can be said or shown. */
export const movesInWords = ({ moves, notWorkedOut }: WhatMoves): string[] => [
  moves.length === 0
    ? 'No date moves. Restricted records are left out.'
    : `${moves.length} ${moves.length === 1 ? 'date moves' : 'dates move'}${answersAmong(moves)}. Restricted records are left out.`,
  ...(moves.length > MOST_SHOWN
    ? [`The table has ${MOST_SHOWN} of them: there are ${moves.length - MOST_SHOWN} more.`]
    : []),
  ...(notWorkedOut.length === 0 ? [] : [`Nothing could be said about the dates of ${notWorkedOut.join(', ')}.`]),
];

/** Nothing where all of them are dates of answers. */
const answersAmong = (moves: readonly DateThatMoves[]): string => {
  const answers = moves.filter(({ deadline }) => deadline === 'answer').length;
  if (answers === moves.length) return '';
  return answers === 0 ? ', none of them of an answer' : `, ${answers} of them of an answer, which come first`;
};
