import type { LocalDate } from '../calendar/calendar.js';
import type { ChallengeDecision, GoesOnTo, Verdict } from '../disputes/events.js';
import type { DomainEvent } from '../platform/decider.js';
import type { PostKind } from '../protocol/protocol.js';
import type { Recurrence } from './recurrence.js';

/** The events of a series of meetings. Streams: `meetingSeries-<id>`. */
export type MeetingSeriesEvent =
  | DomainEvent<'MeetingSeriesStarted', { series: string; terms: SeriesTerms; from: LocalDate }>
  | DomainEvent<'MeetingSeriesChanged', { terms: SeriesTerms; from: LocalDate; reason: string; daysOff: DayOff[] }>
  | DomainEvent<'MeetingSeriesEnded', { lastOn: LocalDate; reason: string; daysOff: DayOff[] }>;

/** The events of one meeting (domain brief 4.4). Streams: `challengeMeeting-<id>`. */
export type ChallengeMeetingEvent =
  | DomainEvent<'MeetingArranged', MeetingArranged>
  | DomainEvent<'MeetingMoved', { from: MeetingTime; to: MeetingTime; reason: string }>
  /** The seats of the meeting from then on, in place of those before. */
  | DomainEvent<'SeatsChanged', Seats & { reason: string }>
  | DomainEvent<'AgendaItemAdded', AgendaItem>
  /** Taken up at another place of the agenda; 1 is the first, and what was taken off has no place. */
  | DomainEvent<'AgendaItemPlaced', { itemId: string; place: number }>
  | DomainEvent<'AgendaItemTakenOff', { itemId: string; reason: string }>
  | DomainEvent<'MeetingBegun', { attendance: Attendance }>
  /** It was begun by mistake: it waits for its day as before. */
  | DomainEvent<'MeetingBegunTakenBack', { reason: string }>
  /** The attendance, as it is now known to have been. */
  | DomainEvent<'AttendanceCorrected', { attendance: Attendance; reason: string }>
  | DomainEvent<'AgendaItemDecided', AgendaItemDecided>
  | DomainEvent<'MeetingActionDone', { actionId: string; evidence: string; doneOn: LocalDate }>
  /** The meeting did not decide what was written down; the item is to be decided again. */
  | DomainEvent<'AgendaItemDecisionTakenBack', { itemId: string; reason: string }>
  | DomainEvent<'MeetingActionDoneTakenBack', { actionId: string; reason: string }>
  | DomainEvent<'MeetingClosed', { carried: Carried[] }>
  | DomainEvent<'MeetingCancelled', { reason: string; carried: Carried[] }>;

/**
 * `pre-challenge` is the tracking meeting, where cases and themes are gone through and taken up or sent back; `challenge` is where
 * senior managers decide.
 */
export const MEETING_KINDS = ['pre-challenge', 'challenge'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

/** The people and posts that sit in a meeting. */
export interface Seats {
  /** By post: a person who holds it on the day, for the cases of the teams for which it answers. */
  posts: PostKind[];
  /** Person ids of those who sit in it whatever their post, for every case; left out where there are none. */
  people?: string[];
}

/** The facts of every meeting of a series. */
export interface SeriesTerms extends Seats {
  kind: MeetingKind;
  name: string;
  recurrence: Recurrence;
  /** `HH:MM` in London. */
  startsAt: string;
  place: string | null;
  /** Codes of the protocol's stages that this series times; none named means every stage that a meeting times. */
  stages: string[];
}

/** A day that diaries have been given and on which the series does not meet any more: all such from the day of the event on. */
export interface DayOff {
  plannedOn: LocalDate;
  heldOn: LocalDate;
  /** `HH:MM` in London. */
  startsAt: string;
}

export interface MeetingTime {
  heldOn: LocalDate;
  /** `HH:MM` in London. */
  startsAt: string;
}

export interface MeetingArranged extends MeetingTime, Seats {
  meeting: string;
  kind: MeetingKind;
  name: string;
  place: string | null;
  /** Codes of the stages it times, none for every one that a meeting times; null of a single meeting, which dates those without a date. */
  stages: string[] | null;
  /** Null for a single meeting. `plannedOn` is the day the series gives, before it is moved off a day that is not worked. */
  series: { series: string; plannedOn: LocalDate } | null;
}

/** A case, or a theme with no child. */
export type About = { kind: 'case'; dispute: string } | { kind: 'theme'; theme: string; title: string };

/** The reason why the agenda proposes a case or theme. */
export const AGENDA_REASONS = [
  'at-meeting-stage',
  'at-named-stage',
  'over-total-cap',
  'repeated',
  'actions-long-overdue',
  'taken-up',
  'look-again',
  'not-worked-out',
] as const;
export type AgendaReason = (typeof AGENDA_REASONS)[number];

export interface AgendaItem {
  /** `I1`, `I2`, … within the meeting. */
  itemId: string;
  about: About;
  /** The reason why the agenda proposed it; none if a person added it. */
  because: AgendaReason[];
  /** The note of the person who added it. */
  note: string | null;
  /** The item of an earlier meeting that was not dealt with there, and how many agendas it has stood on in vain. */
  carriedFrom: { meeting: string; itemId: string; times: number } | null;
}

export interface Attendance {
  present: Attendee[];
  apologies: PostKind[];
}
/** By post; the person is who held it on the day, or came in their place. */
export interface Attendee {
  post: PostKind;
  person: string | null;
}

export interface AgendaItemDecided {
  itemId: string;
  discussion: string;
  decision: ChallengeDecision;
  actions: MeetingAction[];
  /** The view that the IRO had on record when the meeting decided; null where the IRO had said nothing, and for a theme. */
  iroView: { view: Verdict; words: string } | null;
  /** Only for a decision that the IRO does not accept. */
  goesOnTo: GoesOnTo | null;
  nextLookOn: LocalDate | null;
}

export interface MeetingAction {
  /** `A1`, `A2`, … within the meeting. */
  actionId: string;
  what: string;
  /** As it was written, or the name of the person: for reading. Words alone open nothing to anybody. */
  who: string;
  /** Person id of the one who is meant; left out where the words name nobody in office. */
  person?: string;
  by: LocalDate;
}

/** An item not dealt with, and where it now stands. */
export interface Carried {
  itemId: string;
  to: { meeting: string; itemId: string };
}
