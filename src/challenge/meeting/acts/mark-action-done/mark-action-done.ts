import type { LocalDate } from '../../../../calendar/calendar.js';
import { refuse } from '../../../../platform/decider.js';
import type { MeetingContext } from '../../../context.js';
import type { ChallengeMeetingEvent } from '../../../events.js';
import { invalid, mustBeArranged, mustSay } from '../../../rules.js';
import type { MeetingState } from '../../meeting.js';
import { meetingAct } from '../meeting-act.js';

export interface MarkMeetingActionDone {
  type: 'mark-action-done';
  actionId: string;
  evidence: string;
  doneOn: LocalDate;
}

/**
 * An action over a theme. An action over a case is the dispute's own, and is marked done there.
 *
 * @throws Refusal `no-such-action`, `action-of-a-case`, `action-done-already`, `date-in-future` (invalid)
 */
export const markActionDone = (
  { actionId, evidence, doneOn }: MarkMeetingActionDone,
  state: MeetingState,
  { today }: MeetingContext,
): ChallengeMeetingEvent[] => {
  const meeting = mustBeArranged(state);
  const action = meeting.actions.find((each) => each.actionId === actionId);
  if (action === undefined) return refuse('no-such-action', 'This meeting agreed no action with that number.');
  if (meeting.items.find(({ itemId }) => itemId === action.itemId)?.about.kind === 'case') {
    refuse('action-of-a-case', 'That action stands in the dispute it is about. Mark it done there.');
  }
  if (action.doneOn !== null) refuse('action-done-already', 'That action is done already. There is nothing to do.');
  mustSay(evidence, 'how we know that it was done');
  if (doneOn > today) invalid('date-in-future', 'It cannot have been done after today. Check the date.');
  return [{ type: 'MeetingActionDone', data: { actionId, evidence, doneOn } }];
};

export const markActionDoneAct = meetingAct({
  type: 'mark-action-done',
  permission: 'challenge.mark-action-done',
  decide: markActionDone,
  routes: ['mark-action-done'],
  events: { MeetingActionDone: 1 },
});
