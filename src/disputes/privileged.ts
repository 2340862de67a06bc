import type { RecordedEvent } from '../platform/event-store/event-store.js';
import type { DisputeEvent } from './events.js';

/*
 * Legal advice to the IRO is privileged: whoever hands out events, in whatever form, asks here first. It is shown by the rows
 * `dispute.read-legal-advice` of the access table and nowhere else.
 */

const PRIVILEGED: DisputeEvent['type'] = 'LegalAdviceTaken';

export const isPrivileged = ({ type }: Pick<RecordedEvent, 'type'>): boolean => type === PRIVILEGED;

export interface LegalAdvice {
  readonly takenOn: string;
  readonly advice: string;
}

export const legalAdviceIn = (events: readonly RecordedEvent[]): LegalAdvice[] =>
  events.filter(isPrivileged).map(({ data }) => data as unknown as LegalAdvice);

/** The event as the machine's own list of the log prints it: that it is there, in its place in the chain, and no word of it. */
export const withoutPrivilegedWords = (event: RecordedEvent): RecordedEvent =>
  isPrivileged(event) ? { ...event, data: { withheld: 'privileged' } } : event;
