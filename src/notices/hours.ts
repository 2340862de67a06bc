import type { Instant, LocalDate, WorkingCalendar } from '../calendar/calendar.js';
import { addDays, instantInLondon, londonDate } from '../calendar/dates.js';
import type { NoticeHours, Urgency } from '../platform/config/notice-hours-config.js';
import type { NoticeKind } from './kinds.js';

/**
 * The first moment, at this one or after it, at which people may be told what is not urgent: a working day in London, from the hour at
 * which that begins until the hour at which it ends. The hours are those of the clock on the wall, also on the days on which it changes.
 */
export const goesFrom = (moment: Instant, hours: NoticeHours, calendar: WorkingCalendar): Instant => {
  const today = londonDate(moment);
  if (calendar.isWorkingDay(today) && moment < atTime(today, hours.to)) {
    const opens = atTime(today, hours.from);
    return moment < opens ? opens : moment;
  }
  return atTime(nextWorkingDay(today, calendar), hours.from);
};

export const isAnHourToTell = (now: Instant, hours: NoticeHours, calendar: WorkingCalendar): boolean =>
  goesFrom(now, hours, calendar) === now;

/** A moment of a day in London. @param time `HH:MM` */
export const atTime = (day: LocalDate, time: string): Instant => {
  const [hour, minute] = time.split(':').map(Number);
  return instantInLondon(day, hour!, minute!);
};

const nextWorkingDay = (day: LocalDate, calendar: WorkingCalendar): LocalDate => {
  const next = addDays(day, 1);
  return calendar.isWorkingDay(next) ? next : nextWorkingDay(next, calendar);
};

const OF_A_DEATH: readonly NoticeKind[] = ['set-aside', 'child-set-aside'];
const OF_CAFCASS: readonly NoticeKind[] = [
  'referred-to-cafcass',
  'referral-withdrawn',
  'cafcass-replied',
  'referral-over',
  'goes-on-to-cafcass',
];

/** The reason why a notice does not wait for the morning; null if it does. @param isUrgent the dispute is marked as urgent */
export const urgencyOf = (kind: NoticeKind, isUrgent: boolean): Urgency | null => {
  if (OF_A_DEATH.includes(kind)) return 'deaths';
  if (OF_CAFCASS.includes(kind)) return 'cafcass';
  return isUrgent ? 'urgent-disputes' : null;
};
