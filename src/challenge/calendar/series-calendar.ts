import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Instant, LocalDate, WorkingCalendar } from '../../calendar/calendar.js';
import { instantInLondon } from '../../calendar/dates.js';
import { Refusal } from '../../platform/decider.js';
import { nextPlannedDay } from '../recurrence.js';
import type { Series } from '../series/series.js';

/** A meeting of the series that has been arranged. */
export interface MeetingOfSeries {
  readonly plannedOn: LocalDate;
  readonly heldOn: LocalDate;
  readonly startsAt: string;
  readonly place: string | null;
  readonly isCancelled: boolean;
  readonly moves: number;
}

/** Days shown ahead of those that are arranged. */
const DAYS_AHEAD = 12;
const HOURS = 2;

/**
 * The days of a series as an iCalendar file (RFC 5545): those arranged, as they were moved or called off, and the next twelve of the
 * pattern. A day keeps its identity when it is arranged or moved, so that a diary which took the file before changes its entry. No
 * case, child or person is in it.
 */
export const seriesCalendar = (
  { series, terms, from, lastOn }: Series,
  arranged: readonly MeetingOfSeries[],
  calendar: WorkingCalendar,
  now: Instant,
): string => {
  const file = ical({
    name: terms.name,
    prodId: { company: 'Footprint', product: 'Challenge meetings', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
  const pattern = { recurrence: terms.recurrence, from };
  const last =
    arranged
      .map(({ plannedOn }) => plannedOn)
      .sort()
      .at(-1) ?? null;
  const ahead = plannedAfter(last, pattern, lastOn, calendar).map(({ plannedOn, heldOn }) => ({
    plannedOn,
    heldOn,
    startsAt: terms.startsAt,
    place: terms.place,
    isCancelled: false,
    moves: 0,
    isArranged: false,
  }));
  for (const meeting of [...arranged.map((each) => ({ ...each, isArranged: true })), ...ahead]) {
    file.createEvent({
      id: `${series}-${meeting.plannedOn}@footprint`,
      stamp: now,
      sequence: (meeting.isArranged ? 1 : 0) + meeting.moves + (meeting.isCancelled ? 1 : 0),
      start: startOf(meeting),
      end: startOf(meeting, HOURS),
      summary: terms.name,
      location: meeting.place,
      status: statusOf(meeting),
    });
  }
  return `${file.toString()}\r\n`;
};

const startOf = ({ heldOn, startsAt }: MeetingOfSeries, hoursLater = 0): Instant =>
  instantInLondon(heldOn, Number(startsAt.slice(0, 2)), Number(startsAt.slice(3)) + 60 * hoursLater);

const statusOf = ({ isCancelled, isArranged }: MeetingOfSeries & { isArranged: boolean }): ICalEventStatus => {
  if (isCancelled) return ICalEventStatus.CANCELLED;
  return isArranged ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE;
};

/** As far as the holidays are known, and no further than the series goes. */
const plannedAfter = (
  after: LocalDate | null,
  pattern: Parameters<typeof nextPlannedDay>[0],
  lastOn: LocalDate | null,
  calendar: WorkingCalendar,
): { plannedOn: LocalDate; heldOn: LocalDate }[] => {
  const days: { plannedOn: LocalDate; heldOn: LocalDate }[] = [];
  try {
    for (let last = after; days.length < DAYS_AHEAD;) {
      const day = nextPlannedDay(pattern, last, calendar);
      if (lastOn !== null && day.plannedOn > lastOn) break;
      days.push(day);
      last = day.plannedOn;
    }
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'no-calendar-for-year')) throw error;
  }
  return days;
};
