import type { LocalDate, WorkingCalendar } from '../../calendar/calendar.js';
import { addDays } from '../../calendar/dates.js';
import type { DayOff, SeriesTerms } from '../events.js';
import { nextPlannedDay, type PlannedDay } from '../recurrence.js';
import type { Series } from './series.js';

/** A day of a series, with the terms that hold for it. */
export interface SeriesDay extends PlannedDay {
  readonly terms: SeriesTerms;
}

/** A meeting of the series that has been arranged, as far as its days ask for it. */
export interface ArrangedDay {
  readonly plannedOn: LocalDate;
  readonly isCancelled: boolean;
}

/** Days that the diary of a series shows ahead of those arranged. */
export const DAYS_AHEAD = 12;

/**
 * The next day on which a series would meet: by the terms that hold on that day, so that a change counts from its own day on and the
 * terms before it until then.
 * @param after a day of the series, or any other; null for the first of all
 * @returns undefined where the series has ended before then
 */
export const nextDay = (series: Series, after: LocalDate | null, calendar: WorkingCalendar): SeriesDay | undefined => {
  for (const { terms, from, until } of [...series.before, { ...series, until: null }]) {
    const day = nextPlannedDay({ recurrence: terms.recurrence, from }, after, calendar);
    if (until !== null && day.plannedOn >= until) continue;
    return series.lastOn !== null && day.plannedOn > series.lastOn ? undefined : { ...day, terms };
  }
  return undefined;
};

/** The days after one, as many as a diary shows, and no further than the series goes. In a year that is not known they may move. */
export const daysAhead = (
  series: Series,
  after: LocalDate | null,
  calendar: WorkingCalendar,
  count = DAYS_AHEAD,
): SeriesDay[] => {
  const days: SeriesDay[] = [];
  for (let last = after; days.length < count;) {
    const day = nextDay(series, last, calendar);
    if (day === undefined) break;
    days.push(day);
    last = day.plannedOn;
  }
  return days;
};

/** The last day of the series that has been arranged; null where none has. */
export const lastArranged = (arranged: readonly ArrangedDay[]): LocalDate | null =>
  arranged
    .map(({ plannedOn }) => plannedOn)
    .sort()
    .at(-1) ?? null;

/**
 * The days that diaries have been given and that a series does not meet on any more, from today on. Those taken back before stay,
 * unless the series meets on them again.
 */
export const daysTakenBack = (
  before: Series,
  after: Series,
  arranged: readonly ArrangedDay[],
  calendar: WorkingCalendar,
  today: LocalDate,
): DayOff[] => {
  const given = daysAhead(before, lastArranged(arranged), calendar).map(({ plannedOn, heldOn, terms }) => ({
    plannedOn,
    heldOn,
    startsAt: terms.startsAt,
  }));
  return [...before.daysOff, ...given].filter(
    ({ plannedOn, heldOn }) => heldOn >= today && !isDayOf(after, plannedOn, calendar),
  );
};

const isDayOf = (series: Series, day: LocalDate, calendar: WorkingCalendar): boolean =>
  daysAhead(series, addDays(day, -1), calendar, 1)[0]?.plannedOn === day;

/**
 * The first month ahead in which a series would meet twice, as both its days: where its pattern changes within a month, or a meeting
 * that is arranged keeps a day of the pattern before. Undefined where there is none.
 */
export const twiceInOneMonth = (
  series: Series,
  arranged: readonly ArrangedDay[],
  calendar: WorkingCalendar,
  today: LocalDate,
): readonly [LocalDate, LocalDate] | undefined => {
  const taken = arranged.filter(({ isCancelled }) => !isCancelled).map(({ plannedOn }) => plannedOn);
  for (const { plannedOn, heldOn } of daysAhead(series, lastArranged(arranged), calendar)) {
    if (heldOn < today) continue;
    const other = taken.find((each) => each.slice(0, 7) === plannedOn.slice(0, 7));
    if (other !== undefined) return [other, plannedOn];
    taken.push(plannedOn);
  }
  return undefined;
};
