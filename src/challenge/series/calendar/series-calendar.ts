import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Instant, LocalDate, WorkingCalendar } from '../../../calendar/calendar.js';
import { instantInLondon } from '../../../calendar/dates.js';
import type { Meeting } from '../../meeting/meeting.js';
import { daysAhead, lastArranged } from '../days-of-series.js';
import type { MeetingOfSeries } from '../meetings-of-series.js';
import type { Series } from '../series.js';

export interface CalendarNow {
  readonly calendar: WorkingCalendar;
  /** Rises with every change of the calendar, by the council or by a newer version of the program: a planned day moves with it. */
  readonly changes: number;
  readonly now: Instant;
}

/** One entry of the diary. */
interface Entry {
  readonly plannedOn: LocalDate;
  readonly heldOn: LocalDate;
  readonly startsAt: string;
  readonly place: string | null;
  readonly status: ICalEventStatus;
  /** The number of changes to this day alone. */
  readonly changes: number;
}

const HOURS = 2;

/**
 * The days of a series as an iCalendar file (RFC 5545): those arranged, as they were moved or called off, the next twelve of the
 * pattern, and those that an earlier file gave and that are off again. A day keeps its identity through all of this, and its number in
 * the order of changes (`SEQUENCE`) only ever rises, so that a diary which took an earlier file changes its entry. No case, child or
 * person is in it.
 */
export const seriesCalendar = (
  series: Series,
  arranged: readonly MeetingOfSeries[],
  { calendar, changes, now }: CalendarNow,
): string =>
  diaryFile(
    series.terms.name,
    entriesOf(series, arranged, calendar).map((entry) => inSeries(series, entry, changes)),
    now,
  );

/**
 * One meeting as such a file. A meeting of a series is the entry that the file of its series has for the day, so that a diary which takes
 * both holds it once.
 *
 * @param ofSeries the series of which it is a meeting, with the meetings of it; null for a single meeting
 */
export const meetingCalendar = (
  meeting: Meeting,
  ofSeries: { readonly series: Series; readonly arranged: readonly MeetingOfSeries[] } | null,
  { changes, now }: Pick<CalendarNow, 'changes' | 'now'>,
): string => {
  const arranged = ofSeries?.arranged.find(({ plannedOn }) => plannedOn === meeting.series?.plannedOn);
  if (ofSeries !== null && arranged !== undefined)
    return diaryFile(meeting.name, [inSeries(ofSeries.series, entryOf(arranged), changes)], now);
  const isCancelled = meeting.status === 'cancelled';
  const entry = entryOf({ ...meeting, plannedOn: meeting.heldOn, isCancelled });
  return diaryFile(
    meeting.name,
    [{ ...entry, id: `${meeting.meeting}@footprint`, sequence: entry.changes, summary: meeting.name }],
    now,
  );
};

/** An entry as a diary knows it again. */
interface KnownEntry extends Entry {
  readonly id: string;
  readonly sequence: number;
  readonly summary: string;
}

const inSeries = (series: Series, entry: Entry, changes: number): KnownEntry => ({
  ...entry,
  id: `${series.series}-${entry.plannedOn}@footprint`,
  sequence: series.changes + changes + entry.changes,
  summary: series.terms.name,
});

const diaryFile = (name: string, entries: readonly KnownEntry[], now: Instant): string => {
  const file = ical({
    name: asText(name),
    prodId: { company: 'Footprint', product: 'Diary', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const { id, sequence, summary, place, status, ...entry } of entries) {
    file.createEvent({
      ...{ id, sequence, summary, status, location: place, stamp: now },
      start: startOf(entry),
      end: startOf(entry, HOURS),
    });
  }
  return `${file.toString()}\r\n`;
};

/** A text as RFC 5545 (3.3.11) writes it. The library does so with what an event says, but not with the name of the calendar. */
const asText = (text: string): string => text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n|[\r\n]/g, '\\n');

const entriesOf = (series: Series, arranged: readonly MeetingOfSeries[], calendar: WorkingCalendar): Entry[] => {
  const meetings = arranged.map(entryOf);
  const planned = daysAhead(series, lastArranged(arranged), calendar).map(({ plannedOn, heldOn, terms }) => ({
    ...{ plannedOn, heldOn, startsAt: terms.startsAt, place: terms.place },
    status: ICalEventStatus.TENTATIVE,
    changes: 0,
  }));
  const shown = new Set([...meetings, ...planned].map(({ plannedOn }) => plannedOn));
  const off = series.daysOff
    .filter(({ plannedOn }) => !shown.has(plannedOn))
    .map((day) => ({ ...day, place: null, status: ICalEventStatus.CANCELLED, changes: 0 }));
  return [...meetings, ...planned, ...off];
};

/** A meeting that is arranged, as it was moved or called off. */
const entryOf = ({ plannedOn, heldOn, startsAt, place, isCancelled, moves }: MeetingOfSeries): Entry => ({
  ...{ plannedOn, heldOn, startsAt, place },
  status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  changes: 1 + moves + (isCancelled ? 1 : 0),
});

const startOf = ({ heldOn, startsAt }: Pick<Entry, 'heldOn' | 'startsAt'>, hoursLater = 0): Instant =>
  instantInLondon(heldOn, Number(startsAt.slice(0, 2)), Number(startsAt.slice(3)) + 60 * hoursLater);
