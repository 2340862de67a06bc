import type { LocalDate } from '../../calendar/calendar.js';
import type { DomainEvent } from '../../platform/decider.js';

/** The advice of the IRO's own lawyer about one dispute. */
export interface LegalAdvice {
  readonly takenOn: LocalDate;
  readonly advice: string;
}

/** Legal advice has a stream of its own, apart from the dispute that it is about. */
export type LegalAdviceEvent = DomainEvent<
  'LegalAdviceTaken',
  LegalAdvice & {
    /** Revision of the dispute when the advice was recorded: its place in the dispute's history. */
    readonly disputeRevision: number;
  }
>;
