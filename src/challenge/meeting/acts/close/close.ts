import type { Carried, ChallengeMeetingEvent } from '../../../events.js';
import { mustBeInSession } from '../../../rules.js';
import type { MeetingState } from '../../meeting.js';
import { meetingAct } from '../meeting-act.js';
import { mustCarryWhatIsLeft } from '../what-is-left.js';

/** Items that are left over have been put on a later agenda before this is sent. */
export interface Close {
  type: 'close';
  carried: readonly Carried[];
}

/**
 * Closed when each item was decided, or stands on the next agenda: nothing falls off the table.
 *
 * @throws Refusal `items-not-dealt-with`, `meeting-not-begun`
 */
export const close = ({ carried }: Close, state: MeetingState): ChallengeMeetingEvent[] => {
  mustCarryWhatIsLeft(mustBeInSession(state), carried);
  return [{ type: 'MeetingClosed', data: { carried: [...carried] } }];
};

export const closeAct = meetingAct({
  type: 'close',
  permission: 'challenge.record',
  decide: close,
  routes: ['close'],
  events: { MeetingClosed: 1 },
});
