import type { LocalDate } from '../calendar/calendar.js';
import { invalid, refuse } from '../platform/decider.js';
import type { About } from './events.js';
import type { Meeting, MeetingItem, MeetingState } from './meeting/meeting.js';
import { TIME_OF_DAY } from './time-of-day.js';

/*
 * The rules that several acts share, each under the name a person would look for.
 */

export { invalid, mustSay } from '../platform/decider.js';

/** @throws Refusal `not-a-time` (invalid) */
export const mustBeTimeOfDay = (written: string): void => {
  if (!TIME_OF_DAY.test(written)) invalid('not-a-time', 'Write the time as 24 hours: 14:00.');
};

/** @throws Refusal `date-passed` (invalid) */
export const mustBeTodayOrLater = (date: LocalDate, today: LocalDate): void => {
  if (date < today) invalid('date-passed', 'A meeting is held today or later. Choose another day.');
};

/** @throws Refusal `meeting-not-arranged` */
export const mustBeArranged = (state: MeetingState): Meeting =>
  state.status === 'not-arranged'
    ? refuse('meeting-not-arranged', 'There is no meeting under this reference. Arrange it first.')
    : state;

/** Neither closed nor called off: its agenda can still change. @throws Refusal `meeting-closed`, `meeting-cancelled`, or as `mustBeArranged` */
export const mustNotBeOver = (state: MeetingState): Meeting => {
  const meeting = mustBeArranged(state);
  if (meeting.status === 'closed') refuse('meeting-closed', 'This meeting is closed. Put it on the next one’s agenda.');
  if (meeting.status === 'cancelled') {
    refuse('meeting-cancelled', 'This meeting was called off. Put it on the next one’s agenda.');
  }
  return meeting;
};

/** Before it begins, its day and its very being can change. @throws Refusal `meeting-begun`, and those of `mustNotBeOver` */
export const mustNotHaveBegun = (state: MeetingState): Meeting => {
  const meeting = mustNotBeOver(state);
  if (meeting.status === 'in-session') refuse('meeting-begun', 'This meeting has begun. Record what it decides.');
  return meeting;
};

/** @throws Refusal `meeting-not-begun`, and those of `mustNotBeOver` */
export const mustBeInSession = (state: MeetingState): Meeting => {
  const meeting = mustNotBeOver(state);
  if (meeting.status === 'arranged') refuse('meeting-not-begun', 'This meeting has not begun. Begin it first.');
  return meeting;
};

/** @throws Refusal `items-decided` */
export const mustHaveDecidedNothing = ({ items }: Meeting): void => {
  if (items.some(({ status }) => status === 'decided'))
    refuse('items-decided', 'This meeting has decided on items. Take those decisions back first.');
};

/** In session; after it was closed too, where the decision on the item was taken back. */
export const mustTakeDecisionsOn = (state: MeetingState, itemId: string): Meeting => {
  const meeting = mustBeArranged(state);
  const item = meeting.items.find((each) => each.itemId === itemId);
  return meeting.status === 'closed' && item?.isToDecideAgain === true ? meeting : mustBeInSession(state);
};

/** @throws Refusal `no-such-item`, `item-taken-off` */
export const itemOnAgenda = (meeting: Meeting, itemId: string): MeetingItem => {
  const item = meeting.items.find((each) => each.itemId === itemId);
  if (item === undefined)
    return refuse('no-such-item', 'No item of this agenda has that number. Read the agenda again.');
  if (item.status === 'taken-off') refuse('item-taken-off', 'That item was taken off the agenda. Add it again first.');
  return item;
};

/** Whether two items are about the same case, or the same theme under the same title. */
export const isSame = (one: About, other: About): boolean =>
  one.kind === 'case' ? other.kind === 'case' && one.dispute === other.dispute : isSameTheme(one, other);

const isSameTheme = (one: Extract<About, { kind: 'theme' }>, other: About): boolean =>
  other.kind === 'theme' && one.theme === other.theme && one.title === other.title;
