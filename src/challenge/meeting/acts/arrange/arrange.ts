import { refuse } from '../../../../platform/decider.js';
import type { MeetingContext } from '../../../context.js';
import type { ChallengeMeetingEvent, MeetingArranged } from '../../../events.js';
import { invalid, mustBeTimeOfDay, mustBeTodayOrLater, mustSay } from '../../../rules.js';
import { mustBeTheirsToSeat } from '../../../seats.js';
import type { MeetingState } from '../../meeting.js';
import { meetingAct } from '../meeting-act.js';

export interface Arrange extends MeetingArranged {
  type: 'arrange';
}

/**
 * A meeting of a series, or a single one.
 *
 * @throws Refusal `meeting-arranged`, `date-passed`, `nobody-attends`, `not-a-time`, `seats-not-yours`
 */
export const arrange = (
  { type: _type, ...arranged }: Arrange,
  state: MeetingState,
  { today, actor }: MeetingContext,
): ChallengeMeetingEvent[] => {
  if (state.status !== 'not-arranged') refuse('meeting-arranged', 'This meeting has been arranged. Move it instead.');
  mustSay(arranged.name, 'the name of the meeting');
  mustBeTimeOfDay(arranged.startsAt);
  if (arranged.posts.length === 0) invalid('nobody-attends', 'Say which posts sit in the meeting.');
  // Those of a meeting in a series were given with the series.
  if (arranged.series === null) mustBeTheirsToSeat(arranged, null, actor);
  mustBeTodayOrLater(arranged.heldOn, today);
  return [{ type: 'MeetingArranged', data: arranged }];
};

export const arrangeAct = meetingAct({
  type: 'arrange',
  permission: 'challenge.arrange',
  decide: arrange,
  routes: ['arrange'],
  events: { MeetingArranged: 1 },
});
