import { refuse } from '../../../platform/decider.js';
import type { Carried } from '../../events.js';
import { leftOver, type Meeting } from '../meeting.js';

/**
 * Each item that was not dealt with has been put on a later agenda before a meeting is closed or called off. A deferred item of a
 * single meeting has nowhere to be carried to, and its next look brings it back.
 *
 * @throws Refusal `items-not-dealt-with`
 */
export const mustCarryWhatIsLeft = (meeting: Meeting, carried: readonly Carried[]): void => {
  const forgotten = leftOver(meeting).filter(
    ({ itemId, status }) =>
      !carried.some((each) => each.itemId === itemId) && (meeting.series !== null || status === 'on-agenda'),
  );
  if (forgotten.length > 0) {
    refuse(
      'items-not-dealt-with',
      `${forgotten.map(({ itemId }) => itemId).join(', ')}: not dealt with, and there is no next meeting to carry it to. ` +
        (meeting.status === 'arranged'
          ? 'Take each off the agenda first.'
          : 'Decide each, put it off, or take it off the agenda.'),
    );
  }
};
