import type { Decider } from '../../platform/decider.js';
import type { MattersOpened, ViewLogEvent } from './events.js';

export const viewLogStream = (entry: string): string => `viewLog-${entry}`;

/** Each view is one more entry: nothing is ever refused, and nothing left out because it was seen before. */
export const viewLogDecider: Decider<number, MattersOpened, ViewLogEvent, null> = {
  initial: 0,
  evolve: (entries) => entries + 1,
  decide: (data) => [{ type: 'MattersOpened', data }],
};
