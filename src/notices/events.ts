import type { Instant, LocalDate } from '../calendar/calendar.js';
import type { DomainEvent } from '../platform/decider.js';
import type { Urgency } from '../platform/config/notice-hours-config.js';
import type { NoticeKind } from './kinds.js';

/**
 * The events of one notice. Streams: `notice-<id>`, the id worked out from the event that gave rise to it, the person told and
 * the kind, so that the same notice is written once however often its cause is looked at.
 */
export type NoticeEvent =
  | DomainEvent<'NoticeWritten', NoticeWritten>
  | DomainEvent<'DigestWritten', DigestWritten>
  | DomainEvent<'NoticeSent', NoticeSent>
  | DomainEvent<'NoticeDelayed', NoticeDelayed>
  | DomainEvent<'NoticeFailed', NoticeFailed>
  | DomainEvent<'NoticeNotNeeded', NoticeNotNeeded>;

/** The one stream `outbox-council`: what was recorded before its only event is told to nobody. */
export type OutboxEvent = DomainEvent<'NoticesBegan', { began: Instant }>;

/** Streams: `noticePreferences-<person>`. */
export type NoticePreferencesEvent = DomainEvent<'NoticePreferencesSet', NoticePreferences>;

/**
 * The facts of a matter that a notice may say. There is no field in it for words that a person wrote, and none for a name: a notice cannot
 * give away what it does not hold.
 */
export interface NoticeLine {
  kind: NoticeKind;
  /** Reference of the dispute, acknowledgement, recommendations or meeting. */
  about: string;
  /** The council's word for it: "dispute", "practice alert". */
  called: string;
  /** By when, or on which day; null where no date is set. */
  dueOn: LocalDate | null;
  /** The moment, if it is an hour and not the end of a day. */
  dueAt: Instant | null;
  /** `A1`, `A2`, … where it is about an agreed action. */
  actionId: string | null;
  /** How many things it is about, where it stands for several. */
  howMany?: number;
}

export interface NoticeWritten extends NoticeLine {
  notice: string;
  /** Id of the person who is told. */
  to: string;
  /** Notices of acts that are theirs to do cannot be switched off. */
  theirsToDo: boolean;
  /** As the person wanted it when it happened; what they want when it goes counts. */
  how: 'at-once' | 'in-digest';
  /** The reason why it does not wait for the hours in which people are told; null if it does. */
  urgency: Urgency | null;
  because: Cause;
}

/** The event that gave rise to it, or by which the date was set that a reminder is about. */
export interface Cause {
  stream: string;
  revision: number;
  occasion: 'event' | 'reminder';
}

/** Everything that waited for one person's digest, as one message. */
export interface DigestWritten {
  notice: string;
  to: string;
  on: LocalDate;
  notices: (NoticeLine & { notice: string })[];
}

export interface NoticeSent {
  by: ProviderName;
  /** The provider's own number for it, where it gives one. */
  receipt: string | null;
  /** The digest it went in. */
  digest: string | null;
  /** Of a digest: the notices that were not needed any more when it went, or are held back; left out where there are none. */
  leftOut?: string[];
  /** The message's words on a date that had moved since it was written; left out where each stood as it was written. */
  said?: DateSaid[];
}

/** The date of one notice, as the message said it. */
export type DateSaid = Pick<NoticeLine, 'dueOn' | 'dueAt'> & { notice: string };

/** The recipient's mailbox took nothing, for the first time: from then on a day is counted, also over a restart. */
export interface NoticeDelayed {
  by: ProviderName;
  /** Of the provider: `452`. */
  code: string;
}

/** It will not be sent. A provider that is away is no failure of a notice: it waits. */
export interface NoticeFailed {
  by: ProviderName;
  /** `mailbox-away`: the recipient's mailbox took nothing for a day. */
  because: 'no-address' | 'refused' | 'mailbox-away';
}

/** The request in the notice, or the person it was for, has changed since it was written: it is not sent, and that was decided. */
export interface NoticeNotNeeded {
  because: NotNeeded;
}

/**
 * - `no-longer-asked`: nothing is asked of that person any more
 * - `over`: what it is about has ended
 * - `never-heard-of-it`: it says that something is over of which that person was never told
 * - `may-not-read`: that person may not read the record any more
 * - `not-in-office`: that person holds no post any more
 * - `said-again`: a later message that waits too asks the same of that person
 * - `switched-off`: that person wants to hear nothing of what is not theirs to do
 */
export const NOT_NEEDED = [
  'no-longer-asked',
  'over',
  'never-heard-of-it',
  'may-not-read',
  'not-in-office',
  'said-again',
  'switched-off',
] as const;
export type NotNeeded = (typeof NOT_NEEDED)[number];

export type ProviderName = 'log' | 'smtp' | 'notify';

export interface NoticePreferences {
  /** Notices of acts that are theirs to do, which always come. */
  theirsToDo: 'at-once' | 'daily-digest';
  /** Notices for information alone. */
  forInformation: 'at-once' | 'daily-digest' | 'none';
}
