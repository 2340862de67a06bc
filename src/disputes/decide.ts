import { type Decider, decideBy } from '../platform/decider.js';
import { DISPUTE_ACTS, type DisputeAct } from './acts/all-acts.js';
import type { DisputeContext } from './context.js';
import { type DisputeState, notRaised } from './dispute.js';
import { evolve } from './fold/evolve.js';
import type { DisputeEvent } from './events.js';
import { sayingWhoDecides } from './handed-over.js';
import { withItsMeetings } from './time/date-of-meeting.js';

const decide = decideBy<DisputeState, DisputeAct, DisputeEvent, DisputeContext>(DISPUTE_ACTS);

/** Decides an act by the rule in the folder of its name. */
export const disputeDecider: Decider<DisputeState, DisputeAct, DisputeEvent, DisputeContext> = {
  initial: notRaised,
  evolve,
  decide: (act, state, context) =>
    sayingWhoDecides(state, context, () => decide(act, state, withItsMeetings(state, context))),
};
