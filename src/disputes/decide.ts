import { type Decider, decideBy } from '../platform/decider.js';
import { DISPUTE_ACTS, type DisputeAct } from './acts/all-acts.js';
import type { DisputeContext } from './context.js';
import { type DisputeState, evolve, notRaised } from './dispute.js';
import type { DisputeEvent } from './events.js';

/** Decides an act by the rule in the folder of its name. */
export const disputeDecider: Decider<DisputeState, DisputeAct, DisputeEvent, DisputeContext> = {
  initial: notRaised,
  evolve,
  decide: decideBy(DISPUTE_ACTS),
};
