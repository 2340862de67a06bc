import type { Instant, LocalDate } from '../../calendar/calendar.js';
import type { DomainEvent } from '../../platform/decider.js';
import type { PostKind } from '../../protocol/protocol.js';

/**
 * The events of the recommendations of one review, once they are sent to those who must say whether they agree. Streams:
 * `recommendations-<reference>`. Here alone silence means agreed; a dispute knows nothing of it.
 */
export type RecommendationsEvent =
  | DomainEvent<'RecommendationsSent', RecommendationsSent>
  | DomainEvent<'RecommendationsDateSet', RecommendationsDateSet>
  | DomainEvent<'RecommendationsMovedToTeam', RecommendationsMovedToTeam>
  | DomainEvent<'RecommendationsAgreed', { role: PostKind; note: string | null }>
  | DomainEvent<'RecommendationsDisagreed', { role: PostKind; reason: string }>
  | DomainEvent<'RecommendationsAgreedBySilence', { dueOn: LocalDate; dueAt: Instant }>
  | DomainEvent<'RaisedOverDisagreement', { dispute: string }>
  | DomainEvent<'DisagreementLetStand', { reason: string }>
  /** The answer was a mistake of the person who gave it; they are asked again, and the answer stays in the history. */
  | DomainEvent<'RecommendationsAnswerTakenBack', { reason: string }>
  /** Sent by mistake: nothing is asked of anybody any more, and silence means nothing. */
  | DomainEvent<'RecommendationsWithdrawn', { reason: string }>;

export interface RecommendationsSent {
  reference: string;
  /** Record number. */
  child: string;
  /** Person id of the IRO or chair of the review. */
  iro: string;
  /** Team of the child on the day; null where it has none. */
  team: string | null;
  /** The day of the review. */
  reviewedOn: LocalDate;
  recommendations: Recommendation[];
  /** Version of the council's protocol whose clock runs. */
  protocolVersion: number;
  /** Any one of these answers. */
  answeredBy: PostKind[];
  sentOn: LocalDate;
  /** Worked out once; silence means agreed from `dueAt` on. */
  dueOn: LocalDate;
  dueAt: Instant;
  /** In words, for people: "5 working days, recommendations". */
  rule: string;
  /** Counted over a year whose bank holidays are not known; until they are, silence means nothing. Left out where it is certain. */
  notYetCertain?: true;
}

/** A holiday announced late moved the date, or it was counted anew once the bank holidays of its year were known. */
export interface RecommendationsDateSet {
  dueOn: LocalDate;
  dueAt: Instant;
  /** The date before, and the reason, if it moved. */
  moved?: { from: LocalDate; reason: string };
  notYetCertain?: true;
}

/** The child went to another team, or another team took over: its posts are asked, and have their own time to answer. */
export interface RecommendationsMovedToTeam {
  from: string | null;
  to: string;
  dueOn: LocalDate;
  dueAt: Instant;
  rule: string;
  notYetCertain?: true;
}

export interface Recommendation {
  /** `R1`, `R2`, … in the order in which the review made them. */
  number: string;
  what: string;
  /** The person who is to do it, in the words of the review. */
  who: string | null;
  by: LocalDate | null;
}
