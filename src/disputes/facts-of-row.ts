import type { RecordedEvent } from '../platform/event-store/event-store.js';
import type { ImportedDisputeFacts } from './events.js';

const SAYS_THE_FACTS = ['DisputeImported', 'ImportedDisputeCorrected'];

/** What the row of a register says that a dispute came from, as it was corrected last; null of a dispute that was raised here. */
export const factsOfRow = (events: readonly RecordedEvent[]): ImportedDisputeFacts | null =>
  (events.findLast(({ type }) => SAYS_THE_FACTS.includes(type))?.data.facts as ImportedDisputeFacts | undefined) ??
  null;
