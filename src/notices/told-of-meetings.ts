import type { ChallengeMeetingEvent } from '../challenge/events.js';
import type { Meeting } from '../challenge/meeting/meeting.js';
import { peopleIn } from '../challenge/seats.js';
import type { Recipient, Wanted } from './who-is-told.js';

/**
 * Those who sit in a meeting are told of a theme that came on its agenda, so that they can prepare; of one carried from an earlier
 * meeting they know. A case is told with the dispute.
 */
export const toldOfMeeting = (event: ChallengeMeetingEvent, meeting: Meeting): Wanted[] => {
  if (event.type !== 'AgendaItemAdded' || event.data.about.kind !== 'theme' || event.data.carriedFrom !== null)
    return [];
  const seats: Recipient[] = [
    ...meeting.posts.map((post) => ({ post, team: null })),
    ...peopleIn(meeting).map((person) => ({ person })),
  ];
  return seats.map((to) => ({
    kind: 'added-to-agenda',
    about: meeting.meeting,
    called: 'meeting',
    dueOn: meeting.heldOn,
    dueAt: null,
    actionId: null,
    to,
  }));
};
