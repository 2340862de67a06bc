import { setTimeout as pause } from 'node:timers/promises';
import { AccountRefused, type EventStore, StoreUnavailable } from '../event-store/event-store.js';
import { within } from '../within.js';
import { StartRefused } from './start-refused.js';

/**
 * Longest wait for the log at start, in milliseconds. Three nodes find a leader within seconds; after a failure of two of them it takes
 * until one of the two is back, and an instance that is started meanwhile waits as those do that run.
 */
const PATIENCE = 60_000;
const BETWEEN_ATTEMPTS = 250;

/** @throws StartRefused where the log cannot be read within the time, or not by this account */
export const mustAnswer = async (store: Pick<EventStore, 'head'>, milliseconds = PATIENCE): Promise<void> => {
  const ends = performance.now() + milliseconds;
  for (;;) {
    try {
      await within(ends - performance.now(), store.head());
      return;
    } catch (error) {
      const mayAnswerYet = error instanceof StoreUnavailable && !(error instanceof AccountRefused);
      if (!mayAnswerYet || performance.now() + BETWEEN_ATTEMPTS >= ends) throw refused(error);
      await pause(BETWEEN_ATTEMPTS);
    }
  }
};

const refused = (cause: unknown): StartRefused =>
  new StartRefused(
    'EventStoreDB does not answer at the address in FOOTPRINT_LOG. Check that it is running, the address, the name and password, ' +
      'and that this account may read everything.',
    { cause },
  );
