import type { DomainEvent } from '../../../platform/decider.js';

/**
 * Streams: `dueDates-<person>`. The address itself is in no event: it follows from a secret of the council, from whose it is, and from how
 * many they had before.
 */
export type DueDatesEvent =
  | DomainEvent<'DueDatesAddressMade', { number: number }>
  | DomainEvent<'DueDatesAddressEnded', { number: number }>;
