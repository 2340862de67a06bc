import type { LocalDate } from '../calendar/calendar.js';
import type {
  About,
  AgendaItem,
  AgendaItemDecided,
  AgendaReason,
  Attendance,
  Carried,
  MeetingArranged,
  MeetingTime,
} from './events.js';

/**
 * What a person can ask of a meeting. Each is decided in `src/challenge/meeting`. Ids, the actor and the
 * time are not in here: they come in the envelope of the command.
 */
export type MeetingAct =
  Arrange | Move | AddItems | TakeOffItem | Begin | DecideItem | MarkMeetingActionDone | Close | Cancel;

export interface Arrange extends MeetingArranged {
  type: 'arrange';
}
export interface Move {
  type: 'move';
  to: MeetingTime;
  reason: string;
}
/** By a person, by the agenda itself, or carried in from an earlier meeting. What stands on the agenda already is left out. */
export interface AddItems {
  type: 'add-items';
  items: readonly NewItem[];
}
export interface NewItem {
  about: About;
  because: AgendaReason[];
  note: string | null;
  carriedFrom: AgendaItem['carriedFrom'];
}
export interface TakeOffItem {
  type: 'take-off-item';
  itemId: string;
  reason: string;
}
export interface Begin {
  type: 'begin';
  attendance: Attendance;
}
export interface DecideItem extends Omit<AgendaItemDecided, 'actions'> {
  type: 'decide-item';
  actions: readonly { what: string; who: string; by: LocalDate }[];
}
export interface MarkMeetingActionDone {
  type: 'mark-action-done';
  actionId: string;
  evidence: string;
  doneOn: LocalDate;
}
/** What is left over has been put on a later agenda before this is sent. */
export interface Close {
  type: 'close';
  carried: readonly Carried[];
}
export interface Cancel {
  type: 'cancel';
  reason: string;
  carried: readonly Carried[];
}
