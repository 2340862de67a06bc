import { refuse } from '../../../../platform/decider.js';
import type { MeetingContext } from '../../../context.js';
import type { ChallengeMeetingEvent, Seats } from '../../../events.js';
import { invalid, mustNotBeOver, mustSay } from '../../../rules.js';
import { mustBeTheirsToSeat, peopleIn } from '../../../seats.js';
import type { MeetingState } from '../../meeting.js';
import { meetingAct } from '../meeting-act.js';

export interface ChangeSeats extends Seats {
  type: 'change-seats';
  reason: string;
}

/**
 * Others sit in it: somebody has left, or was forgotten. A person who gets a seat reads the agenda from then on, and one who loses theirs
 * reads it no more; the attendance stays on record. Of a series this changes the one meeting.
 *
 * @throws Refusal `meeting-closed`, `meeting-cancelled`, `nobody-attends` (invalid), `seats-unchanged`, `seats-not-yours`
 */
export const changeSeats = (
  { type: _type, reason, ...seats }: ChangeSeats,
  state: MeetingState,
  { actor }: MeetingContext,
): ChallengeMeetingEvent[] => {
  const meeting = mustNotBeOver(state);
  mustSay(reason, 'why others sit in it');
  if (seats.posts.length === 0) invalid('nobody-attends', 'Say which posts sit in the meeting.');
  mustBeTheirsToSeat(seats, meeting, actor);
  if (areSame(seats.posts, meeting.posts) && areSame(peopleIn(seats), peopleIn(meeting)))
    refuse('seats-unchanged', 'They sit in it already, and nobody else does. There is nothing to do.');
  return [{ type: 'SeatsChanged', data: { ...seats, reason } }];
};

const areSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.toSorted().join(' ') === others.toSorted().join(' ');

export const changeSeatsAct = meetingAct({
  type: 'change-seats',
  permission: 'challenge.arrange',
  decide: changeSeats,
  routes: ['change-seats'],
  events: { SeatsChanged: 1 },
});
