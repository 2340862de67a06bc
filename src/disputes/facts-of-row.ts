import type { RecordedEvent } from '../platform/event-store/event-store.js';
import { londonDate } from '../calendar/dates.js';
import type { ImportedDispute, ImportedDisputeFacts } from './events.js';
import { type DateOfRegister, dateOfRegister } from './time/date-of-register.js';

const SAYS_THE_FACTS = ['DisputeImported', 'ImportedDisputeCorrected'];

/** What the row of a register says that a dispute came from, as it was corrected last; null of a dispute that was raised here. */
export const factsOfRow = (events: readonly RecordedEvent[]): ImportedDisputeFacts | null =>
  (saysTheFacts(events)?.data.facts as ImportedDisputeFacts | undefined) ?? null;

/** The date that it says for the answer; null where it says none, or of a dispute that was raised here. */
export const registerDateOf = (events: readonly RecordedEvent[]): DateOfRegister | null => {
  const said = saysTheFacts(events);
  if (said === undefined) return null;
  const source = events.find(({ type }) => type === 'DisputeImported')?.data
    .source as unknown as ImportedDispute['source'];
  const readOn = londonDate(said.metadata.occurredAt);
  return dateOfRegister(said.data.facts as unknown as ImportedDisputeFacts, readOn, source.lacks ?? []);
};

const saysTheFacts = (events: readonly RecordedEvent[]): RecordedEvent | undefined =>
  events.findLast(({ type }) => SAYS_THE_FACTS.includes(type));
