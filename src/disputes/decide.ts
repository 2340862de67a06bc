import type { Decider } from '../platform/decider.js';
import { DISPUTE_ACTS, type DisputeAct } from './acts/all-acts.js';
import type { DisputeActDefinition } from './acts/dispute-act.js';
import type { DisputeContext } from './context.js';
import { type DisputeState, evolve, notRaised } from './dispute.js';
import type { DisputeEvent } from './events.js';

const definitions = new Map(
  DISPUTE_ACTS.map((each) => [each.type, each as unknown as DisputeActDefinition<DisputeAct>] as const),
);

/** Decides an act by the rule in the folder of its name. */
export const disputeDecider: Decider<DisputeState, DisputeAct, DisputeEvent, DisputeContext> = {
  initial: notRaised,
  evolve,
  decide: (act, state, context) => definitions.get(act.type)!.decide(act, state, context),
};
