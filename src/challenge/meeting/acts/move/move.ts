import { refuse } from '../../../../platform/decider.js';
import type { MeetingContext } from '../../../context.js';
import type { ChallengeMeetingEvent, MeetingTime } from '../../../events.js';
import { mustBeTimeOfDay, mustBeTodayOrLater, mustNotHaveBegun, mustSay } from '../../../rules.js';
import type { MeetingState } from '../../meeting.js';
import { meetingAct } from '../meeting-act.js';

export interface Move {
  type: 'move';
  to: MeetingTime;
  reason: string;
}

/**
 * To another day or hour. The cases on its agenda hear of it in their own histories.
 *
 * @throws Refusal `meeting-begun`, `meeting-unmoved`, `date-passed`
 */
export const move = ({ to, reason }: Move, state: MeetingState, { today }: MeetingContext): ChallengeMeetingEvent[] => {
  const { heldOn, startsAt } = mustNotHaveBegun(state);
  mustSay(reason, 'why the meeting moves');
  mustBeTimeOfDay(to.startsAt);
  mustBeTodayOrLater(to.heldOn, today);
  if (to.heldOn === heldOn && to.startsAt === startsAt) {
    refuse('meeting-unmoved', 'This is when the meeting is held already. There is nothing to do.');
  }
  return [{ type: 'MeetingMoved', data: { from: { heldOn, startsAt }, to, reason } }];
};

export const moveAct = meetingAct({
  type: 'move',
  permission: 'challenge.arrange',
  decide: move,
  routes: ['move'],
  events: { MeetingMoved: 1 },
});
