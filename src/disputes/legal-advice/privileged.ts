import type { RecordedEvent } from '../../platform/event-store/event-store.js';
import type { LegalAdviceEvent } from './events.js';

const PRIVILEGED: LegalAdviceEvent['type'] = 'LegalAdviceTaken';

/** The event as the machine's own list of the log prints it: that it is there, in its place in the chain, and no word of it. */
export const withoutPrivilegedWords = (event: RecordedEvent): RecordedEvent =>
  event.type === PRIVILEGED ? { ...event, data: { withheld: 'privileged' } } : event;
