import type { ChallengeMeetingEvent } from '../challenge/events.js';
import type { ActionOfMeeting, Meeting } from '../challenge/meeting/meeting.js';
import { peopleIn } from '../challenge/seats.js';
import type { Recipient } from './concerned.js';
import type { NoticeLine } from './events.js';
import { fromTable } from './from-table.js';
import type { NoticeKind } from './kinds.js';
import { tellsOf } from './table/table.js';
import type { Wanted } from './who-is-told.js';

/**
 * Those who sit in a meeting are told when it is and of its themes, so that they can prepare; a theme carried from an earlier meeting
 * they know. A person who undertook something over a theme hears of it wherever they sit. News of a case is told with the dispute.
 *
 * @param before as it was before the event
 * @param isAsked whether somebody who undertook something can see to it here; it is asked of nobody else
 */
export const toldOfMeeting = (
  event: ChallengeMeetingEvent,
  meeting: Meeting,
  before: Meeting = meeting,
  isAsked: (person: string) => boolean = () => true,
): Wanted[] => {
  const seats = seatsOf(meeting);
  const asked = {
    holds: {
      'theme-added': event.type === 'AgendaItemAdded' && event.data.carriedFrom === null && isOfATheme(event, meeting),
      'about-a-theme': isOfATheme(event, meeting),
    },
    line: (kind: NoticeKind): NoticeLine => ({
      kind,
      about: meeting.meeting,
      called: 'meeting',
      dueOn: meeting.heldOn,
      dueAt: null,
      actionId: event.type === 'MeetingActionDone' ? event.data.actionId : null,
    }),
  };
  return [
    ...fromTable(tellsOf('challengeMeeting', event.type), {
      ...asked,
      recipients: {
        seats,
        'seats-anew': seatsOf(meeting, before),
        'seats-no-more': seatsOf(before, meeting),
      },
    }),
    ...actionsConcerned(event, meeting, before).flatMap(({ actionId, by, person }) =>
      fromTable(tellsOf('challengeMeeting', event.type), {
        ...asked,
        recipients: { 'action-owner': person === undefined || !isAsked(person) ? [] : [{ person }] },
        line: (kind) => ({ ...asked.line(kind), dueOn: by, actionId }),
      }),
    ),
  ];
};

/** @param but a person who sits in this one is left out */
export const seatsOf = (meeting: Meeting, but?: Meeting): Recipient[] => [
  ...meeting.posts.filter((post) => but?.posts.includes(post) !== true).map((post) => ({ post, team: null })),
  ...peopleIn(meeting)
    .filter((person) => but === undefined || !peopleIn(but).includes(person))
    .map((person) => ({ person })),
];

/** The actions that an event agrees on, marks as done, or takes back. */
const actionsConcerned = (event: ChallengeMeetingEvent, after: Meeting, before: Meeting): ActionOfMeeting[] => {
  switch (event.type) {
    case 'AgendaItemDecided':
      return after.actions.filter(({ itemId }) => itemId === event.data.itemId);
    case 'AgendaItemDecisionTakenBack':
      return before.actions.filter(({ itemId, doneOn }) => itemId === event.data.itemId && doneOn === null);
    case 'MeetingActionDone':
    case 'MeetingActionDoneTakenBack':
      return after.actions.filter(({ actionId }) => actionId === event.data.actionId);
    default:
      return [];
  }
};

const isOfATheme = ({ data }: ChallengeMeetingEvent, { items, actions }: Meeting): boolean => {
  const actionId = 'actionId' in data ? data.actionId : undefined;
  const itemId = 'itemId' in data ? data.itemId : actions.find((each) => each.actionId === actionId)?.itemId;
  return items.some((item) => item.itemId === itemId && item.about.kind === 'theme');
};
