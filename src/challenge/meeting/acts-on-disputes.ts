import type { RecordChallengeDecision } from '../../disputes/acts/record-challenge-decision/record-challenge-decision.js';
import type { TableForChallenge } from '../../disputes/acts/table-for-challenge/table-for-challenge.js';
import type { TakeBackMeetingDecision } from '../../disputes/acts/take-back-meeting-decision/take-back-meeting-decision.js';
import type { TakeOffAgenda } from '../../disputes/acts/take-off-agenda/take-off-agenda.js';
import type { RecordedEvent } from '../../platform/event-store/event-store.js';
import type { Envelope } from '../../platform/executor.js';
import { derivedId } from '../../platform/ids.js';
import type { Recorded } from '../../platform/decider.js';
import type { About, ChallengeMeetingEvent } from '../events.js';
import { evolve, type Meeting, type MeetingItem, type MeetingState, notArranged } from './meeting.js';

/** The act on one dispute that follows from an event of a meeting. */
export interface ActFromMeeting {
  readonly dispute: string;
  readonly act: TableForChallenge | TakeOffAgenda | RecordChallengeDecision | TakeBackMeetingDecision;
  readonly envelope: Envelope;
}

/**
 * The acts by which the events of a meeting are written into the histories of the disputes on its agenda. Each has a command id made
 * from its event, so that it has one effect however often it is sent: the meeting is written first, and an act that was cut short after
 * that is sent again with the next act on the meeting, at the latest before it is closed.
 */
export const actsOnDisputes = (history: readonly RecordedEvent[]): ActFromMeeting[] => {
  let state: MeetingState = notArranged;
  const decided = new Map<string, RecordedEvent>();
  return history.flatMap((stored) => {
    const event = stored as unknown as Recorded<ChallengeMeetingEvent>;
    state = evolve(state, event);
    if (state.status === 'not-arranged') return [];
    if (event.type === 'AgendaItemDecided') decided.set(event.data.itemId, stored);
    if (event.type !== 'AgendaItemDecisionTakenBack') return actsFrom(event, stored, state);
    return decisionTakenBack(event.data, decided.get(event.data.itemId), stored, state);
  });
};

const actsFrom = (event: ChallengeMeetingEvent, stored: RecordedEvent, meeting: Meeting): ActFromMeeting[] => {
  switch (event.type) {
    case 'AgendaItemAdded':
      return event.data.about.kind === 'case' ? [tabled(event.data.about.dispute, stored, meeting)] : [];
    case 'MeetingMoved':
    case 'SeatsChanged':
      return meeting.items.flatMap(({ about, status }) =>
        about.kind === 'case' && status === 'on-agenda' ? [tabled(about.dispute, stored, meeting)] : [],
      );
    case 'AgendaItemTakenOff': {
      const about = aboutItem(meeting, event.data.itemId);
      if (about?.kind !== 'case') return [];
      const act: TakeOffAgenda = { type: 'take-off-agenda', meeting: meeting.meeting };
      return [{ dispute: about.dispute, act, envelope: envelopeFrom(stored, about.dispute) }];
    }
    case 'AgendaItemDecided': {
      const about = aboutItem(meeting, event.data.itemId);
      if (about?.kind !== 'case') return [];
      const { decision, discussion, actions, iroView, goesOnTo, nextLookOn } = event.data;
      const act: RecordChallengeDecision = {
        type: 'record-challenge-decision',
        meeting: meeting.meeting,
        heldOn: meeting.heldOn,
        decision,
        discussion,
        actions: actions.map(({ actionId: _, ...action }) => ({ ...action, measure: null })),
        iroView: iroView?.view ?? null,
        ...(goesOnTo === null ? {} : { goesOnTo }),
        iroWords: iroView?.words ?? null,
        nextLookOn,
        ...timesOf(meeting),
      };
      return [{ dispute: about.dispute, act, envelope: envelopeFrom(stored, about.dispute) }];
    }
    case 'MeetingClosed':
    case 'MeetingCancelled':
      return meeting.items.flatMap((item) => notLookedAt(item, stored, meeting));
    default:
      return [];
  }
};

/** Of the very decision that was taken back, however often the item was decided before and since. */
const decisionTakenBack = (
  { itemId, reason }: { itemId: string; reason: string },
  decision: RecordedEvent | undefined,
  stored: RecordedEvent,
  meeting: Meeting,
): ActFromMeeting[] => {
  const about = aboutItem(meeting, itemId);
  if (about?.kind !== 'case' || decision === undefined) return [];
  const { dispute } = about;
  const recordedBy = envelopeFrom(decision, dispute).commandId;
  const act: TakeBackMeetingDecision = { type: 'take-back-meeting-decision', recordedBy, reason };
  return [{ dispute, act, envelope: envelopeFrom(stored, dispute) }];
};

/** A case that the meeting ends without having looked at stands on its agenda no more, wherever it was carried to. */
const notLookedAt = (
  { about, status, outcome }: MeetingItem,
  stored: RecordedEvent,
  { meeting }: Meeting,
): ActFromMeeting[] =>
  about.kind === 'theme' || status === 'taken-off' || outcome !== null
    ? []
    : [
        {
          dispute: about.dispute,
          act: { type: 'take-off-agenda', meeting },
          envelope: envelopeFrom(stored, about.dispute),
        },
      ];

const aboutItem = ({ items }: Meeting, itemId: string): About | undefined =>
  items.find((item) => item.itemId === itemId)?.about;

const tabled = (
  dispute: string,
  stored: RecordedEvent,
  { meeting, heldOn, posts, people, stages }: Meeting,
): ActFromMeeting => ({
  dispute,
  act: {
    ...{ type: 'table-for-challenge', meeting, heldOn, posts },
    ...(people === undefined ? {} : { people }),
    ...timesOf({ stages }),
  },
  envelope: envelopeFrom(stored, dispute),
});

/** A single meeting names no stages. */
const timesOf = ({ stages }: Pick<Meeting, 'stages'>) => (stages === null ? {} : { times: stages });

/** The meeting speaks, whatever the post of the person who wrote it down: so that person is named, and no post. */
const envelopeFrom = ({ id, metadata }: RecordedEvent, dispute: string): Envelope => ({
  commandId: derivedId('challenge-meeting', id, dispute),
  actor: { person: metadata.actor.person, post: null, role: null },
  occurredAt: metadata.occurredAt,
  correlationId: metadata.$correlationId,
  causationId: id,
});
