import type { LocalDate } from '../calendar/calendar.js';
import type { DomainEvent } from '../platform/decider.js';
import type { Agreed } from '../roles/events.js';
import type { Protocol } from './protocol.js';

/** Stream: `protocol-council`, one a council. Versions count from 1 in the order adopted. */
export type ProtocolEvent = DomainEvent<'ProtocolAdopted', ProtocolAdopted>;

export interface ProtocolAdopted {
  version: number;
  from: LocalDate;
  protocol: Protocol;
  /** The file as it was read, to be taken away and changed. */
  file: string;
  /** SHA-256 of the file as it was read. */
  fileSha256: string;
  warnings: string[];
  /** The person who agreed that it comes into force. */
  agreed: Agreed;
}
