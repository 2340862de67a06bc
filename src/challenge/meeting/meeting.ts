import type { Instant, LocalDate } from '../../calendar/calendar.js';
import type { Recorded } from '../../platform/decider.js';
import type {
  AgendaItem,
  AgendaItemDecided,
  Attendance,
  Carried,
  ChallengeMeetingEvent,
  MeetingAction,
  MeetingArranged,
  Seats,
} from '../events.js';

/** A meeting as its events tell it. */
export type MeetingState = { readonly status: 'not-arranged' } | Meeting;

export interface Meeting extends MeetingArranged {
  readonly status: 'arranged' | 'in-session' | 'closed' | 'cancelled';
  readonly items: readonly MeetingItem[];
  readonly attendance: Attendance | null;
  readonly actions: readonly ActionOfMeeting[];
  /** The number of times that it was moved. */
  readonly moves: number;
}

export interface MeetingItem extends AgendaItem {
  /** `carried`: not dealt with, and now on the agenda of a later meeting. */
  readonly status: 'on-agenda' | 'taken-off' | 'decided' | 'carried';
  readonly outcome: AgendaItemDecided | null;
  readonly carriedTo: { readonly meeting: string; readonly itemId: string } | null;
  /** A decision on it was taken back, so that it may be decided after the meeting was closed too. */
  readonly isToDecideAgain?: boolean;
}

export interface ActionOfMeeting extends MeetingAction {
  readonly itemId: string;
  /** The day on which it is said to have been done, and the moment at which that went on record. */
  readonly doneOn: LocalDate | null;
  readonly recordedAt: Instant | null;
}

export const MEETING_PREFIX = 'CM';
export const meetingStream = (meeting: string): string => `challengeMeeting-${meeting}`;
export const notArranged: MeetingState = { status: 'not-arranged' };

/** One event further. Never refuses: what is on record happened. */
export const evolve = (state: MeetingState, event: Recorded<ChallengeMeetingEvent>): MeetingState => {
  if (event.type === 'MeetingArranged') {
    return { ...event.data, status: 'arranged', items: [], attendance: null, actions: [], moves: 0 };
  }
  if (state.status === 'not-arranged') return state;
  switch (event.type) {
    case 'MeetingMoved':
      return { ...state, ...event.data.to, moves: state.moves + 1 };
    case 'SeatsChanged':
      return withSeats(state, event.data);
    case 'AgendaItemAdded':
      return {
        ...state,
        items: [...state.items, { ...event.data, status: 'on-agenda', outcome: null, carriedTo: null }],
      };
    case 'AgendaItemPlaced':
      return placedAt(state, event.data);
    case 'AgendaItemTakenOff':
      return onItem(state, event.data.itemId, { status: 'taken-off' });
    case 'MeetingBegun':
      return { ...state, status: 'in-session', attendance: event.data.attendance };
    case 'MeetingBegunTakenBack':
      return { ...state, status: 'arranged', attendance: null };
    case 'AttendanceCorrected':
      return { ...state, attendance: event.data.attendance };
    case 'AgendaItemDecided':
      return withDecision(state, event.data);
    case 'AgendaItemDecisionTakenBack':
      return withoutDecision(state, event.data.itemId);
    case 'MeetingActionDone':
      return onAction(state, event.data.actionId, {
        doneOn: event.data.doneOn,
        recordedAt: event.metadata.occurredAt,
      });
    case 'MeetingActionDoneTakenBack':
      return onAction(state, event.data.actionId, NOT_DONE);
    case 'MeetingClosed':
      return over(state, 'closed', event.data.carried);
    case 'MeetingCancelled':
      return over(state, 'cancelled', event.data.carried);
    default:
      return ignoreUnknown(event, state);
  }
};

/** A newer program may have written events this one does not know: a reader passes over them. */
const ignoreUnknown = (_event: never, state: MeetingState): MeetingState => state;

/** A person who is not named has no seat any more, so the lists of people and posts are replaced whole. */
const withSeats = ({ people: _people, ...meeting }: Meeting, { posts, people }: Seats): Meeting => ({
  ...meeting,
  posts,
  ...(people === undefined ? {} : { people }),
});

const onItem = (meeting: Meeting, itemId: string, change: Partial<MeetingItem>): Meeting => ({
  ...meeting,
  items: meeting.items.map((item) => (item.itemId === itemId ? { ...item, ...change } : item)),
});

const placedAt = (meeting: Meeting, { itemId, place }: { itemId: string; place: number }): Meeting => {
  const moved = meeting.items.filter((item) => item.itemId === itemId);
  const others = itemsInOrder(meeting).filter((item) => item.itemId !== itemId);
  const takenOff = meeting.items.filter(({ status }) => status === 'taken-off');
  return { ...meeting, items: [...others.toSpliced(place - 1, 0, ...moved), ...takenOff] };
};

const withDecision = (meeting: Meeting, decided: AgendaItemDecided): Meeting => {
  const { itemId } = decided;
  const decidedOn = onItem(meeting, itemId, { status: 'decided', outcome: decided, isToDecideAgain: false });
  const actions = decided.actions.map((action) => ({ ...action, itemId, ...NOT_DONE }));
  return { ...decidedOn, actions: [...meeting.actions, ...actions] };
};

/** The actions that came with it are agreed no more. */
const withoutDecision = (meeting: Meeting, itemId: string): Meeting => ({
  ...onItem(meeting, itemId, { status: 'on-agenda', outcome: null, isToDecideAgain: true }),
  actions: meeting.actions.filter((action) => action.itemId !== itemId),
});

type Done = Pick<ActionOfMeeting, 'doneOn' | 'recordedAt'>;
const NOT_DONE: Done = { doneOn: null, recordedAt: null };

const onAction = (meeting: Meeting, actionId: string, done: Done): Meeting => ({
  ...meeting,
  actions: meeting.actions.map((action) => (action.actionId === actionId ? { ...action, ...done } : action)),
});

const over = (meeting: Meeting, status: 'closed' | 'cancelled', carried: readonly Carried[]): Meeting => {
  const items = carried.reduce(
    (each, { itemId, to }) => onItem(each, itemId, { status: 'carried', carriedTo: to }),
    meeting,
  );
  return { ...items, status };
};

/** The items of the agenda as they are taken up; what was taken off has no place. */
export const itemsInOrder = ({ items }: Meeting): MeetingItem[] => items.filter(({ status }) => status !== 'taken-off');

/** Not dealt with: nobody decided it, or it was put off to another day. */
export const leftOver = (meeting: Meeting): MeetingItem[] =>
  meeting.items.filter(
    ({ status, outcome }) => status === 'on-agenda' || (status === 'decided' && outcome?.decision === 'deferred'),
  );

/** References of the disputes on its agenda, but for what was taken off. */
export const casesOf = ({ items }: Meeting): string[] =>
  items.flatMap(({ about, status }) => (about.kind === 'case' && status !== 'taken-off' ? [about.dispute] : []));
