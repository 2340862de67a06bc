import type { LocalDate, WorkingCalendar } from '../../calendar/calendar.js';
import type { Advice } from '../../disputes/events.js';
import { advice } from '../../disputes/rules.js';

/** A series moves a day that is not worked; of a single meeting, or of one that is moved, somebody chose the day, and may mean it. */
export const adviceOnDayOfMeeting = (heldOn: LocalDate, calendar: WorkingCalendar): Advice[] =>
  calendar.isWorkingDay(heldOn)
    ? []
    : [
        advice(
          'not-a-working-day',
          'Nobody works on that day. Move the meeting to another day, unless that one is meant.',
          '/heldOn',
        ),
      ];
