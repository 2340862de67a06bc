import { disputeAct } from '../dispute-act.js';
import { refuse } from '../../../platform/decider.js';
import { outcomeAsChoice } from '../../codes-in-words.js';
import { countedAs } from '../../../protocol/ladder.js';
import type { DisputeContext } from '../../context.js';
import { actionsOutstanding, currentRound, type DisputeState, type Matter } from '../../dispute.js';
import type { DisputeEvent, ImpactCode, ResolutionOutcome } from '../../events.js';
import { currentStage, invalid, mustBeAllowedToClose, mustBeOpen } from '../../rules.js';
import { roundToJudge, settlingJudges, stageOfRound, standingOf } from '../../time/standing.js';

export interface Resolve {
  type: 'resolve';
  outcome: ResolutionOutcome;
  impact: ImpactCode[];
  impactNote: string | null;
}

/**
 * A stated end: what became of it, what changed for the child, what is still to be done. In part (RES-PART) follows from a judge's
 * word that the answer settles it in part: it may end so when the judges want no more, and it may not be called so otherwise.
 *
 * @throws Refusal `closing-not-yours`, `no-accepted-answer`, `accepted-in-part`, `not-in-part`, `actions-outstanding`,
 *   `nothing-outstanding`, `impact-missing`
 */
export const resolve = (act: Resolve, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const matter = mustBeOpen(state);
  mustBeAllowedToClose(matter, context);
  mustBeAcceptedOrSettledInTheCall(act, matter, context);
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
        iroDissents: iroDissents(act, matter),
      },
    },
  ];
};

/** An IRO who is partly satisfied agrees to an end in part. */
const iroDissents = ({ outcome }: Resolve, { iroViewOnRecord }: Matter): boolean => {
  const view = iroViewOnRecord?.view ?? 'satisfied';
  return view !== 'satisfied' && !(view === 'partly' && outcome === 'RES-PART');
};

/**
 * Silence never closes: there is an accepted answer, or one that settles it in part, or an informal matter that a recorded call put
 * right (domain brief 4.1).
 */
const mustBeAcceptedOrSettledInTheCall = ({ outcome }: Resolve, matter: Matter, context: DisputeContext): void => {
  const standing = standingOf(matter, context.protocols);
  const isInformal = countedAs(currentStage(matter, context)) === 'informal';
  if (isInformal && matter.spoken && standing === 'awaiting-answer') return;
  const inPart = isSettledInPart(matter, context);
  if (standing !== 'accepted' && !inPart) {
    refuse(
      'no-accepted-answer',
      'Nothing here has been accepted yet. Judge the answer first; silence never resolves a dispute.',
    );
  }
  if (standing !== 'accepted' && outcome !== 'RES-PART') {
    refuse(
      'accepted-in-part',
      `The answer settles it in part. ${choose('RES-PART')}, or take the rest up the ladder.`,
      AT_THE_OUTCOME,
    );
  }
  if (outcome === 'RES-PART' && !wasJudgedInPart(matter)) {
    refuse(
      'not-in-part',
      `Nobody has said that an answer settles it in part. ${choose('RES-FULL')} or ${quoted('RES-ACT')}.`,
      AT_THE_OUTCOME,
    );
  }
};

/** Each judge who must be satisfied is, or is in part, and one of them in part. */
const isSettledInPart = (matter: Matter, { protocols }: DisputeContext): boolean => {
  const round = roundToJudge(matter);
  if (round === undefined) return false;
  const words = settlingJudges(stageOfRound(round, protocols)).map((judge) => round.verdicts[judge]);
  return words.every((word) => word === 'satisfied' || word === 'partly') && words.includes('partly');
};

const wasJudgedInPart = ({ rounds, iroViewOnRecord }: Matter): boolean =>
  iroViewOnRecord?.view === 'partly' || rounds.some(({ verdicts }) => Object.values(verdicts).includes('partly'));

/** @throws Refusal `impact-missing` (invalid) */
export const mustSayWhatChanged = (impact: readonly ImpactCode[]): void => {
  if (impact.length === 0) invalid('impact-missing', 'Say what changed for the child; “no change yet” is an answer.');
};

const outcomeMustFitTheActions = (outcome: ResolutionOutcome, outstanding: readonly string[]): void => {
  if (outcome === 'RES-FULL' && outstanding.length > 0) {
    refuse(
      'actions-outstanding',
      `Agreed actions are not done yet. ${choose('RES-ACT')}, or note first that they are done.`,
      AT_THE_OUTCOME,
    );
  }
  if (outcome === 'RES-ACT' && outstanding.length === 0) {
    refuse(
      'nothing-outstanding',
      `No agreed action is outstanding. ${choose('RES-FULL')}, or ${quoted('RES-PART')} where an answer was accepted in part.`,
      AT_THE_OUTCOME,
    );
  }
};

/** As the choice is written on the page; the code that the API takes is told from it. */
const quoted = (outcome: ResolutionOutcome): string => `“${outcomeAsChoice(outcome)}”`;
const choose = (outcome: ResolutionOutcome): string => `Choose ${quoted(outcome)}`;

/** The field that is wrong, so that a form leads to its question. */
const AT_THE_OUTCOME = { pointer: '/outcome' };

const RESOLVED = {
  'RES-FULL': ' in full',
  'RES-ACT': ', with agreed actions to be done',
  'RES-PART': ' in part',
} as const satisfies Record<ResolutionOutcome, string>;

const outcomeThatFits = (outstanding: readonly string[], matter: Matter | null): ResolutionOutcome => {
  const judged = matter === null ? undefined : roundToJudge(matter);
  if (Object.values(judged?.verdicts ?? {}).includes('partly')) return 'RES-PART';
  return outstanding.length > 0 ? 'RES-ACT' : 'RES-FULL';
};

export const resolveAct = disputeAct({
  type: 'resolve',
  decide: resolve,
  route: 'resolve',
  sample: ({ outstanding, matter }): Resolve => ({
    type: 'resolve',
    outcome: outcomeThatFits(outstanding, matter),
    impact: ['not-known'],
    impactNote: null,
  }),
  events: {
    DisputeResolved: {
      version: 1,
      sentence: ({ who, words, data }) =>
        `${who} resolved the ${words.dispute}${data.outcome ? RESOLVED[data.outcome] : ''}.`,
    },
  },
});
