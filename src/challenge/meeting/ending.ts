import { refuse } from '../../platform/decider.js';
import type { Cancel, Close } from '../acts.js';
import type { Carried, ChallengeMeetingEvent } from '../events.js';
import { mustBeInSession, mustNotHaveBegun, mustSay } from '../rules.js';
import { leftOver, type Meeting, type MeetingState } from './meeting.js';

/**
 * Closed when each item was decided, or stands on the next agenda: nothing falls off the table.
 *
 * @throws Refusal `items-not-dealt-with`, `meeting-not-begun`
 */
export const close = ({ carried }: Close, state: MeetingState): ChallengeMeetingEvent[] => {
  const meeting = mustBeInSession(state);
  return [{ type: 'MeetingClosed', data: { carried: allCarried(meeting, carried) } }];
};

/**
 * Called off before it began; its whole agenda stands on the next one.
 *
 * @throws Refusal `items-not-dealt-with`, `meeting-begun`
 */
export const cancel = ({ reason, carried }: Cancel, state: MeetingState): ChallengeMeetingEvent[] => {
  const meeting = mustNotHaveBegun(state);
  mustSay(reason, 'why the meeting is called off');
  return [{ type: 'MeetingCancelled', data: { reason, carried: allCarried(meeting, carried) } }];
};

/** A deferred item of a single meeting has nowhere to be carried to, and its next look brings it back. */
const allCarried = (meeting: Meeting, carried: readonly Carried[]): Carried[] => {
  const forgotten = leftOver(meeting).filter(
    ({ itemId, status }) =>
      !carried.some((each) => each.itemId === itemId) && (meeting.series !== null || status === 'on-agenda'),
  );
  if (forgotten.length > 0) {
    refuse(
      'items-not-dealt-with',
      `${forgotten.map(({ itemId }) => itemId).join(', ')}: not dealt with, and there is no next meeting to carry it to. ` +
        'Decide each, put it off, or take it off the agenda.',
    );
  }
  return [...carried];
};
