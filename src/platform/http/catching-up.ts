import type { Position } from '../event-store/event-store.js';
import type { ReadModels } from '../projections/projection.js';
import { Problem } from './problem.js';

/** Milliseconds for which a refusal waits for the read models: as long as a subscription pauses at most before it tries again. */
const LONGEST_WAIT = 5_000;

/**
 * Until the read models know all that the log held at this position. One that has failed is not waited for: it stays where it is until
 * somebody mends it, as health says, and everybody would wait in vain.
 *
 * @throws Problem 503 where one that goes on is not there in time: what rests on it is not known
 */
export const catchUpWith = async (readModels: ReadModels, position: Position | undefined): Promise<void> => {
  if (position === undefined || (await readModels.waitFor(position, LONGEST_WAIT))) return;
  const isBehind = readModels
    .status()
    .some(({ state, position: at }) => state !== 'failed' && (at === null || at < position));
  if (isBehind) throw stillBehind();
};

const stillBehind = (): Problem =>
  new Problem(
    503,
    'not-ready',
    'This instance does not know yet all that is on record, so it cannot say whether this is allowed. Send it again in a moment, with the same Idempotency-Key if it has one.',
    { headers: { 'retry-after': '2' } },
  );
