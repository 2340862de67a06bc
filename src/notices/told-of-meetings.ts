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
 * they know. What concerns a case is told with the dispute.
 */
export const toldOfMeeting = (event: ChallengeMeetingEvent, meeting: Meeting): Wanted[] => {
  const seats: Recipient[] = [
    ...meeting.posts.map((post) => ({ post, team: null })),
    ...peopleIn(meeting).map((person) => ({ person })),
  ];
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
    ...fromTable(tellsOf('challengeMeeting', event.type), { ...asked, recipients: { seats } }),
    ...actionsAgreed(event, meeting).flatMap(({ actionId, by, person }) =>
      fromTable(tellsOf('challengeMeeting', event.type), {
        ...asked,
        recipients: { 'action-owner': person === undefined ? [] : [{ person }] },
        line: (kind) => ({ ...asked.line(kind), dueOn: by, actionId }),
      }),
    ),
  ];
};

const actionsAgreed = (event: ChallengeMeetingEvent, { actions }: Meeting): ActionOfMeeting[] =>
  event.type === 'AgendaItemDecided' ? actions.filter(({ itemId }) => itemId === event.data.itemId) : [];

const isOfATheme = ({ data }: ChallengeMeetingEvent, { items, actions }: Meeting): boolean => {
  const actionId = 'actionId' in data ? data.actionId : undefined;
  const itemId = 'itemId' in data ? data.itemId : actions.find((each) => each.actionId === actionId)?.itemId;
  return items.some((item) => item.itemId === itemId && item.about.kind === 'theme');
};
