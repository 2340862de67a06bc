import type { LocalDate } from '../calendar/calendar.js';
import type { Actor } from '../platform/event-store/event-store.js';
import type { ProtocolBook } from '../protocol/protocol.js';

/** The facts that a decision may look at besides the act and the acknowledgement itself. All of it pure. */
export interface AcknowledgementContext {
  readonly protocols: ProtocolBook;
  readonly actor: Actor;
  /** The day it is in London. */
  readonly today: LocalDate;
  /** Whether business support sends what an IRO has said, and not only types it; left out, they do. */
  readonly businessSupportSends?: boolean;
  /** Whether a person holds a post today from which they change what they gave; left out, it is taken that they do. */
  readonly stillGives?: (person: string) => boolean;
}
