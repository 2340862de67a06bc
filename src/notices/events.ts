import type { Instant, LocalDate } from '../calendar/calendar.js';
import type { DomainEvent } from '../platform/decider.js';
import type { NoticeKind } from './kinds.js';

/**
 * What can happen to one notice. Streams: `notice-<id>`, the id worked out from the event that gave rise to it, the person told and
 * the kind, so that the same notice is written once however often its cause is looked at.
 */
export type NoticeEvent =
  | DomainEvent<'NoticeWritten', NoticeWritten>
  | DomainEvent<'DigestWritten', DigestWritten>
  | DomainEvent<'NoticeSent', NoticeSent>
  | DomainEvent<'NoticeDelayed', NoticeDelayed>
  | DomainEvent<'NoticeFailed', NoticeFailed>;

/** The one stream `outbox-council`: what was recorded before its only event is told to nobody. */
export type OutboxEvent = DomainEvent<'NoticesBegan', { began: Instant }>;

/** Streams: `noticePreferences-<person>`. */
export type NoticePreferencesEvent = DomainEvent<'NoticePreferencesSet', NoticePreferences>;

/**
 * What a notice may say of a matter. There is no field in it for words that a person wrote, and none for a name: a notice cannot
 * give away what it does not hold.
 */
export interface NoticeLine {
  kind: NoticeKind;
  /** Reference of the dispute, acknowledgement, recommendations or meeting. */
  about: string;
  /** What this council calls it: "dispute", "practice alert". */
  called: string;
  /** By when, or on which day; null where no date is set. */
  dueOn: LocalDate | null;
  /** Where it is an hour and not the end of a day. */
  dueAt: Instant | null;
  /** `A1`, `A2`, … where it is about an agreed action. */
  actionId: string | null;
}

export interface NoticeWritten extends NoticeLine {
  notice: string;
  /** Id of the person who is told. */
  to: string;
  /** What is theirs to do cannot be switched off. */
  theirsToDo: boolean;
  how: 'at-once' | 'in-digest';
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
}

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

export type ProviderName = 'log' | 'smtp' | 'notify';

export interface NoticePreferences {
  /** What is theirs to do: it always comes. */
  theirsToDo: 'at-once' | 'daily-digest';
  /** What is only for them to know. */
  forInformation: 'at-once' | 'daily-digest' | 'none';
}
