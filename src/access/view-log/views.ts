import type { Decider } from '../../platform/decider.js';
import type { RestrictedRecordViewed, ViewLogEvent } from './events.js';

export const viewLogStream = (reference: string): string => `viewLog-${reference}`;

/** Each view of a restricted record is one more event: nothing is ever refused, and nothing left out because it was seen before. */
export const viewLogDecider: Decider<number, RestrictedRecordViewed, ViewLogEvent, null> = {
  initial: 0,
  evolve: (views) => views + 1,
  decide: (data) => [{ type: 'RestrictedRecordViewed', data }],
};
