import { disputeAct } from '../dispute-act.js';
import { adviceBeforeRaising } from '../raise/before-raising.js';
import type { Raising } from '../raise/raising.js';
import { atLevel, stageIn } from '../../../protocol/ladder.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState } from '../../dispute.js';
import type { DisputeEvent, ImpactCode } from '../../events.js';
import { afterThese } from '../../time/standing.js';
import { ladderToRaiseOn, levelOf, mustBeAbleToRaise, mustBeARaiser, raised } from '../raise/raising.js';
import { resolve } from '../resolve/resolve.js';

export interface RaiseInformal extends Raising {
  type: 'raise-informal';
  /** The change for the child, if the call put it right; left out if an answer is asked. */
  settledOnTheCall?: { impact: ImpactCode[]; impactNote: string | null };
}

/**
 * The first, recorded, low-level attempt (Handbook 6.1). A concern that was put right in the call is raised and resolved at once, and asks
 * nobody to answer (domain brief 4.1).
 *
 * @throws Refusal `no-such-stage` where the protocol has no informal stage, those of raising, and, settled on the call, those of resolving
 */
export const raiseInformal = (act: RaiseInformal, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const version = mustBeAbleToRaise(act, state, context);
  const rung = stageIn(ladderToRaiseOn(act, version, context), 0, version.protocol);
  const stage = atLevel(rung, version.protocol, levelOf(act, version.protocol));
  mustBeARaiser(act, version.protocol, stage, context);
  const { settledOnTheCall, ...raising } = act;
  const events = raised(
    raising,
    {
      version,
      stage,
      stageReason: null,
      stageAdvice: adviceBeforeRaising(raising, state, version.protocol, context),
    },
    state,
    context,
  );
  if (settledOnTheCall === undefined) return events;
  const resolution = { type: 'resolve', outcome: 'RES-FULL', ...settledOnTheCall } as const;
  return [...events, ...resolve(resolution, afterThese(events, state, context), context)];
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
