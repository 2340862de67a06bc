import { disputeAct } from '../dispute-act.js';
import { refuse } from '../../../platform/decider.js';
import type { DisputeContext } from '../../context.js';
import { actionsOutstanding, currentRound, type DisputeState, type Matter } from '../../dispute.js';
import type { DisputeEvent, ImpactCode, ResolutionOutcome } from '../../events.js';
import { invalid, mustBeAllowedToClose, mustBeOpen } from '../../rules.js';
import { standingOf } from '../../time/standing.js';

export interface Resolve {
  type: 'resolve';
  outcome: ResolutionOutcome;
  impact: ImpactCode[];
  impactNote: string | null;
}

/**
 * A stated end: what became of it, what changed for the child, what is still to be done.
 *
 * @throws Refusal `closing-not-yours`, `no-accepted-answer`, `actions-outstanding`, `nothing-outstanding`, `impact-missing`
 */
export const resolve = (act: Resolve, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const matter = mustBeOpen(state);
  mustBeAllowedToClose(matter, context);
  mustBeAcceptedOrSettledInTheCall(matter, context);
  mustSayWhatChanged(act.impact);
  const outstanding = actionsOutstanding(matter);
  outcomeMustFitTheActions(act.outcome, outstanding);
  return [
    {
      type: 'DisputeResolved',
      data: {
        outcome: act.outcome,
        impact: act.impact,
        impactNote: act.impactNote,
        stageReached: currentRound(matter).stage,
        actionsOutstanding: outstanding,
        iroDissents: matter.iroViewOnRecord !== null && matter.iroViewOnRecord.view !== 'satisfied',
      },
    },
  ];
};

/** Silence never closes: there is an accepted answer, or an informal matter that a recorded call put right (domain brief 4.1). */
const mustBeAcceptedOrSettledInTheCall = (matter: Matter, context: DisputeContext): void => {
  const standing = standingOf(matter, context.protocols);
  const settledInTheCall = matter.kind === 'informal' && matter.spoken && standing === 'awaiting-answer';
  if (standing !== 'accepted' && !settledInTheCall) {
    refuse(
      'no-accepted-answer',
      'Nothing here has been accepted yet. Judge the answer first; silence never closes a dispute.',
    );
  }
};

export const mustSayWhatChanged = (impact: readonly ImpactCode[]): void => {
  if (impact.length === 0) invalid('impact-missing', 'Say what changed for the child; “no change yet” is an answer.');
};

const outcomeMustFitTheActions = (outcome: ResolutionOutcome, outstanding: readonly string[]): void => {
  if (outcome === 'RES-FULL' && outstanding.length > 0) {
    refuse(
      'actions-outstanding',
      'Agreed actions are not done yet. Resolve it as RES-ACT: resolved, actions outstanding.',
    );
  }
  if (outcome === 'RES-ACT' && outstanding.length === 0) {
    refuse('nothing-outstanding', 'No agreed action is outstanding. Resolve it as RES-FULL or RES-PART.');
  }
};

const RESOLVED = {
  'RES-FULL': ' in full',
  'RES-ACT': ', with agreed actions to be done',
  'RES-PART': ' in part',
} as const satisfies Record<ResolutionOutcome, string>;

export const resolveAct = disputeAct({
  type: 'resolve',
  decide: resolve,
  route: 'resolve',
  sample: ({ outstanding }): Resolve => ({
    type: 'resolve',
    outcome: outstanding.length > 0 ? 'RES-ACT' : 'RES-FULL',
    impact: ['not-known'],
    impactNote: null,
  }),
  events: {
    DisputeResolved: {
      version: 1,
      sentence: ({ who, words, data }) =>
        `${who} closed the ${words.dispute} as resolved${data.outcome ? RESOLVED[data.outcome] : ''}.`,
    },
  },
});
