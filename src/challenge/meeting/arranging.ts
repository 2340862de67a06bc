import { refuse } from '../../platform/decider.js';
import type { Arrange, Move } from '../acts.js';
import type { MeetingContext } from '../context.js';
import type { ChallengeMeetingEvent } from '../events.js';
import { invalid, mustBeTimeOfDay, mustBeTodayOrLater, mustNotHaveBegun, mustSay } from '../rules.js';
import type { MeetingState } from './meeting.js';

/**
 * A meeting of a series, or a single one.
 *
 * @throws Refusal `meeting-arranged`, `date-passed`, `nobody-attends`, `not-a-time`
 */
export const arrange = (
  { type: _type, ...arranged }: Arrange,
  state: MeetingState,
  { today }: MeetingContext,
): ChallengeMeetingEvent[] => {
  if (state.status !== 'not-arranged') refuse('meeting-arranged', 'This meeting has been arranged. Move it instead.');
  mustSay(arranged.name, 'the name of the meeting');
  mustBeTimeOfDay(arranged.startsAt);
  if (arranged.posts.length === 0) invalid('nobody-attends', 'Say which posts sit in the meeting.');
  mustBeTodayOrLater(arranged.heldOn, today);
  return [{ type: 'MeetingArranged', data: arranged }];
};

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
