import type { LocalDate } from '../../calendar/calendar.js';
import { Refusal } from '../../platform/decider.js';
import {
  mustBeInSession,
  mustHaveDecidedNothing,
  mustNotBeOver,
  mustNotHaveBegun,
  mustTakeDecisionsOn,
} from '../rules.js';
import { itemsInOrder, type Meeting, type MeetingItem } from './meeting.js';
import type { MeetingPageAct } from './pages/meeting-forms.js';

/*
 * The acts that fit how a meeting stands: by the rules that refuse them, so that no page offers what would be refused.
 */

/** Items whose decision can be written down now. */
export const itemsToDecide = (meeting: Meeting): MeetingItem[] =>
  itemsInOrder(meeting).filter(
    ({ itemId, status }) => status === 'on-agenda' && holds(() => mustTakeDecisionsOn(meeting, itemId)),
  );

/** Items that nobody has dealt with yet, while the agenda can change. */
export const itemsToTakeOff = (meeting: Meeting): MeetingItem[] =>
  holds(() => mustNotBeOver(meeting)) ? meeting.items.filter(({ status }) => status === 'on-agenda') : [];

/** Items whose decision stands. An item that was carried to another meeting is decided there. */
export const itemsDecided = (meeting: Meeting): MeetingItem[] =>
  meeting.items.filter(({ status }) => status === 'decided');

/** Actions over themes: those over a case are the case's own. */
export const actionsOverThemes = ({ actions, items }: Meeting): Meeting['actions'] =>
  actions.filter(({ itemId }) => items.find((item) => item.itemId === itemId)?.about.kind === 'theme');

const FITS: Readonly<Record<MeetingPageAct, (meeting: Meeting, today: LocalDate) => boolean>> = {
  begin: (meeting, today) => holds(() => mustNotHaveBegun(meeting)) && meeting.heldOn <= today,
  'correct-attendance': ({ attendance }) => attendance !== null,
  'take-back-begin': (meeting) => holds(() => mustHaveDecidedNothing(mustBeInSession(meeting))),
  close: (meeting) => holds(() => mustBeInSession(meeting)),
  prepare: (meeting) => holds(() => mustNotBeOver(meeting)),
  'add-items': (meeting) => holds(() => mustNotBeOver(meeting)),
  'add-theme': (meeting) => holds(() => mustNotBeOver(meeting)),
  'place-item': (meeting) => holds(() => mustNotBeOver(meeting)) && itemsInOrder(meeting).length > 1,
  'take-off-item': (meeting) => itemsToTakeOff(meeting).length > 0,
  'take-back-decision': (meeting) => itemsDecided(meeting).length > 0,
  'mark-action-done': (meeting) => actionsOverThemes(meeting).some(({ doneOn }) => doneOn === null),
  'take-back-action-done': (meeting) => actionsOverThemes(meeting).some(({ doneOn }) => doneOn !== null),
  move: (meeting) => holds(() => mustNotHaveBegun(meeting)),
  'change-seats': (meeting) => holds(() => mustNotBeOver(meeting)),
  cancel: (meeting) => holds(() => mustNotHaveBegun(meeting)),
};

export const fits = (act: MeetingPageAct, meeting: Meeting, today: LocalDate): boolean => FITS[act](meeting, today);

const holds = (rule: () => unknown): boolean => {
  try {
    rule();
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
};
