import type { EventStore } from '../event-store/event-store.js';
import { StartRefused } from './start-refused.js';
import { within } from '../within.js';

/** Longest wait for the log at start, in milliseconds; three nodes without a leader find one in less. */
const PATIENCE = 20_000;

/** @throws StartRefused where the log cannot be read within the time, or not by this account */
export const mustAnswer = async (store: EventStore, milliseconds = PATIENCE): Promise<void> => {
  try {
    await within(milliseconds, store.head());
  } catch (error) {
    throw new StartRefused(
      'EventStoreDB does not answer at the address in FOOTPRINT_LOG. Check that it is running, the address, the name and password, ' +
        'and that this account may read everything.',
      { cause: error },
    );
  }
};
