import { disputeAct } from '../dispute-act.js';
import type { Raising } from '../raise/raising.js';
import { stageOf } from '../../../protocol/ladder.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { mustBeAbleToRaise, mustBeARaiser, raised } from '../raise/raising.js';

export interface RaiseInformal extends Raising {
  type: 'raise-informal';
}

/**
 * The first, recorded, low-level attempt (Handbook 6.1).
 *
 * @throws Refusal `no-such-stage` where the protocol has no informal stage, and those of raising
 */
export const raiseInformal = (act: RaiseInformal, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const version = mustBeAbleToRaise(act, state, context);
  const stage = stageOf(version.protocol, 0);
  mustBeARaiser(act, version.protocol, stage, context);
  return raised(act, { type: 'InformalDisputeRaised', version, stage, stageReason: null, stageAdvice: [] }, context);
};

export const raiseInformalAct = disputeAct({
  type: 'raise-informal',
  decide: raiseInformal,
  route: 'raise',
  events: {
    InformalDisputeRaised: {
      version: 1,
      sentence: ({ who, words, a, data, addressed }) =>
        `${who} raised ${a(words.informal)}${addressed(data.addressee?.posts)}.`,
    },
  },
});
