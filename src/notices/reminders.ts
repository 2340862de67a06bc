import type { Instant, LocalDate, WorkingCalendar } from '../calendar/calendar.js';
import { addDays, isLocalDate, londonDate } from '../calendar/dates.js';
import type { ActionAgreed, AnswerDeadlineSet, DisputeEvent } from '../disputes/events.js';
import { actionDate, answerDate } from '../disputes/time/dates.js';
import { hasCome, howItStands } from '../disputes/time/late.js';
import { currentRound, isFrozen, type DisputeState } from '../disputes/dispute.js';
import type { RecordedEvent } from '../platform/event-store/event-store.js';
import type { NoticeHours } from '../platform/config/notice-hours-config.js';
import type { ProtocolBook } from '../protocol/protocol.js';
import { atTime } from './hours.js';
import { toldBeforehand, type Wanted } from './who-is-told.js';

/** A reminder, and the event by which its date was set: a date that moves is reminded of anew. */
export interface Reminder {
  readonly cause: RecordedEvent;
  readonly wanted: Wanted[];
}

/**
 * Dates that fall due in one working day: from the morning of the working day before, until it is due. Nobody is reminded on
 * the day on which the date was set, for they have just been told.
 */
export const remindersDue = (
  events: readonly RecordedEvent[],
  state: DisputeState,
  protocols: ProtocolBook,
  calendar: WorkingCalendar,
  now: Instant,
  hours: NoticeHours,
): Reminder[] => {
  if (state.status !== 'open' && state.status !== 'ended') return [];
  const { matter } = state;
  if (isFrozen(matter)) return [];
  const round = currentRound(matter);
  const isTime = (cause: RecordedEvent, dueOn: LocalDate, dueAt: Instant): boolean =>
    isTimeToRemind(cause, { dueOn, dueAt }, calendar, now, hours);

  const reminders: Reminder[] = [];
  const { dueOn = null, dueAt = null } = round.deadline ?? {};
  const set = lastOf(events, 'AnswerDeadlineSet', (data: AnswerDeadlineSet) => data.round === round.number);
  const isDue = howItStands(answerDate(round, matter), now) === 'due';
  if (set && dueOn !== null && dueAt !== null && isDue && isTime(set, dueOn, dueAt))
    reminders.push({ cause: set, wanted: toldBeforehand({ round: round.number }, state, protocols) });
  for (const action of matter.actions) {
    const agreed = lastOf(
      events,
      'ActionAgreed',
      ({ action: { actionId } }: { action: ActionAgreed }) => actionId === action.actionId,
    );
    const date = actionDate(action, state);
    const isOwed = howItStands(date, now) === 'due';
    if (agreed && isOwed && isLocalDate(action.by) && isTime(agreed, action.by, date.dueAt!))
      reminders.push({ cause: agreed, wanted: toldBeforehand({ actionId: action.actionId }, state, protocols) });
  }
  return reminders.filter(({ wanted }) => wanted.length > 0);
};

/** @param cause the event by which the date was set */
export const isTimeToRemind = (
  cause: RecordedEvent,
  { dueOn, dueAt }: { readonly dueOn: LocalDate; readonly dueAt: Instant },
  calendar: WorkingCalendar,
  now: Instant,
  { morning }: NoticeHours,
): boolean => {
  const day = workingDayBefore(dueOn, calendar);
  return atTime(day, morning) <= now && !hasCome(dueAt, now) && londonDate(cause.metadata.occurredAt) < day;
};

export const workingDayBefore = (date: LocalDate, calendar: WorkingCalendar): LocalDate => {
  const before = addDays(date, -1);
  return calendar.isWorkingDay(before) ? before : workingDayBefore(before, calendar);
};

const lastOf = <Data>(
  events: readonly RecordedEvent[],
  type: DisputeEvent['type'],
  which: (data: Data) => boolean,
): RecordedEvent | undefined => events.findLast((event) => event.type === type && which(event.data as Data));
