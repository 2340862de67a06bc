import { refuse } from '../../../../platform/decider.js';
import type { ChallengeMeetingEvent } from '../../../events.js';
import { mustBeArranged, mustSay } from '../../../rules.js';
import type { MeetingState } from '../../meeting.js';
import { meetingAct } from '../meeting-act.js';

export interface TakeBackMeetingActionDone {
  type: 'take-back-action-done';
  actionId: string;
  reason: string;
}

/**
 * An action over a theme was marked as done by mistake, and is outstanding again. One over a case is taken back in its dispute.
 *
 * @throws Refusal `action-not-done`
 */
export const takeBackActionDone = (
  { actionId, reason }: TakeBackMeetingActionDone,
  state: MeetingState,
): ChallengeMeetingEvent[] => {
  const action = mustBeArranged(state).actions.find((each) => each.actionId === actionId);
  mustSay(reason, 'why it is taken back');
  if (action === undefined || action.doneOn === null)
    refuse('action-not-done', 'No action with that number is marked as done in this meeting.');
  return [{ type: 'MeetingActionDoneTakenBack', data: { actionId, reason } }];
};

export const takeBackActionDoneAct = meetingAct({
  type: 'take-back-action-done',
  permission: 'challenge.mark-action-done',
  decide: takeBackActionDone,
  routes: ['take-back-action-done'],
  events: { MeetingActionDoneTakenBack: 1 },
});
