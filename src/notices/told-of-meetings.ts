import type { ChallengeMeetingEvent } from '../challenge/events.js';
import type { Meeting } from '../challenge/meeting/meeting.js';
import type { Wanted } from './who-is-told.js';

/**
 * Those who sit in a meeting are told of a theme that came on its agenda, so that they can prepare; of one carried from an earlier
 * meeting they know. A case is told with the dispute.
 */
export const toldOfMeeting = (event: ChallengeMeetingEvent, { meeting, heldOn, posts }: Meeting): Wanted[] => {
  if (event.type !== 'AgendaItemAdded' || event.data.about.kind !== 'theme' || event.data.carriedFrom !== null)
    return [];
  return posts.map((post) => ({
    kind: 'added-to-agenda',
    about: meeting,
    called: 'meeting',
    dueOn: heldOn,
    dueAt: null,
    actionId: null,
    to: { post, team: null },
  }));
};
