import type { EventStore } from './event-store/event-store.js';
import { referenceFor } from './ids.js';

/** References are 35 bits wide: that many attempts are never all taken. */
const ATTEMPTS = 8;

/** The reference a command gives to what it begins: the same for the same command, and nobody else's. */
export const freeReference = async (
  prefix: string,
  commandId: string,
  streamOf: (reference: string) => string,
  store: EventStore,
): Promise<string> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const reference = referenceFor(prefix, commandId, attempt);
    const events = await store.read(streamOf(reference));
    if (events.length === 0 || events.some(({ metadata }) => metadata.commandId === commandId)) return reference;
  }
  throw new Error(`No free reference in ${ATTEMPTS} attempts.`);
};
