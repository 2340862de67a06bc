import type { EventStore, RecordedEvent } from './event-store/event-store.js';
import { referenceFor } from './ids.js';

/** References are 35 bits wide: that many attempts are never all taken. */
const ATTEMPTS = 8;

/**
 * The reference of what is to begin: free, or its own where it has begun already.
 *
 * @param seed what it follows from: the id of the command, unless there can be only one of its kind
 * @param isOwn whether what stands under a reference is what was meant; what this command began, unless told
 */
export const freeReference = async (
  prefix: string,
  seed: string,
  streamOf: (reference: string) => string,
  store: EventStore,
  isOwn = (events: readonly RecordedEvent[]): boolean => events.some(({ metadata }) => metadata.commandId === seed),
): Promise<string> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const reference = referenceFor(prefix, seed, attempt);
    const events = await store.read(streamOf(reference));
    if (events.length === 0 || isOwn(events)) return reference;
  }
  throw new Error(`No free reference in ${ATTEMPTS} attempts.`);
};
