import type { LocalDate } from '../calendar/calendar.js';
import type { DomainEvent } from '../platform/decider.js';
import type { ReviewStandard } from '../protocol/protocol.js';

/**
 * The check of an IRO before a review, midway between two, or for a young person after 18. Streams: `review-<reference>`. For every
 * standard that is not met a concern is raised, or it is written down why not (domain brief 4.1).
 */
export type ReviewEvent =
  | DomainEvent<'CheckBegun', CheckBegun>
  | DomainEvent<'StandardChecked', { standard: string; answer: StandardAnswer; note: string | null }>
  | DomainEvent<'RaisedFromCheck', { standard: string; dispute: string }>
  | DomainEvent<'DecidedNotToRaise', { standard: string; reason: string }>
  /** It is about another child than was written down. */
  | DomainEvent<'CheckMovedToChild', { from: string; to: string; iro: string; reason: string }>
  /** It was begun by mistake: nothing in it is asked of anybody any more, and it is counted nowhere. */
  | DomainEvent<'CheckWithdrawn', { reason: string }>;

/** `preparation` for a review, a `midway` audit between two, or a `post-18` needs assessment. */
export const CHECK_KINDS = ['preparation', 'midway', 'post-18'] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

export const STANDARD_ANSWERS = ['met', 'not-met', 'does-not-apply'] as const;
export type StandardAnswer = (typeof STANDARD_ANSWERS)[number];

export interface CheckBegun {
  reference: string;
  kind: CheckKind;
  /** Record number. */
  child: string;
  /** Person id of the IRO or chair whose check it is. */
  iro: string;
  /** The day of the review, the audit or the assessment. */
  heldOn: LocalDate;
  /** As they stood on the day it was begun: a later list changes nothing here. */
  standards: ReviewStandard[];
}
