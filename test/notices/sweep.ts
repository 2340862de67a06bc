import { DeadlineKeeper } from '../../src/deadlines/deadline-keeper.js';
import { Outbox } from '../../src/notices/outbox.js';
import type { Council } from '../journeys/council.js';

/** Time comes to this moment, and the sweep comes round. */
export const sweepAt = async (council: Council, instant: string): Promise<void> => {
  council.at(instant);
  await council.app.get(DeadlineKeeper).sweep();
  await council.caughtUp();
  await council.app.get(Outbox).sweep();
  await council.caughtUp();
};
