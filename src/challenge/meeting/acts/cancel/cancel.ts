import type { Carried, ChallengeMeetingEvent } from '../../../events.js';
import { mustNotHaveBegun, mustSay } from '../../../rules.js';
import type { MeetingState } from '../../meeting.js';
import { meetingAct } from '../meeting-act.js';
import { mustCarryWhatIsLeft } from '../what-is-left.js';

/** Its agenda has been put on the next one before this is sent. */
export interface Cancel {
  type: 'cancel';
  reason: string;
  carried: readonly Carried[];
}

/**
 * Called off before it began; its whole agenda stands on the next one.
 *
 * @throws Refusal `items-not-dealt-with`, `meeting-begun`
 */
export const cancel = ({ reason, carried }: Cancel, state: MeetingState): ChallengeMeetingEvent[] => {
  const meeting = mustNotHaveBegun(state);
  mustSay(reason, 'why the meeting is called off');
  mustCarryWhatIsLeft(meeting, carried);
  return [{ type: 'MeetingCancelled', data: { reason, carried: [...carried] } }];
};

export const cancelAct = meetingAct({
  type: 'cancel',
  permission: 'challenge.arrange',
  decide: cancel,
  routes: ['cancel'],
  events: { MeetingCancelled: 1 },
});
