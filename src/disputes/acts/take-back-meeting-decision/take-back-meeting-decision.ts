import { disputeAct } from '../dispute-act.js';
import { refuse } from '../../../platform/decider.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { mustBeRaised, mustBeTheProgram } from '../../rules.js';
import {
  after,
  builtOn,
  daysGivenBack,
  entriesOf,
  type Entry,
  leavingOthersAnswers,
  takenBack,
  takenBackWith,
} from '../../taken-back.js';

/** Sent by the meeting that decided, when it takes its decision back. */
export interface TakeBackMeetingDecision {
  type: 'take-back-meeting-decision';
  /** Id of the command by which the dispute has it. */
  recordedBy: string;
  reason: string;
}

/**
 * Takes back a meeting's decision, the actions that it agreed, and any that was marked as done. The case stands on the agenda again. Where the
 * decision stood for an answer, those who must answer were not asked meanwhile, and the days are given back to them.
 *
 * @throws Refusal `program-only`, `something-followed`
 */
export const takeBackMeetingDecision = (
  { recordedBy, reason }: TakeBackMeetingDecision,
  state: DisputeState,
  context: DisputeContext,
): DisputeEvent[] => {
  mustBeRaised(state);
  mustBeTheProgram(context);
  const entries = entriesOf(state);
  const decision = entries.findLast(
    ({ event }) => event.type === 'ChallengeDecisionRecorded' && event.metadata.commandId === recordedBy,
  );
  if (decision === undefined) return [];
  const cameWithIt = takenBackWith(decision, entries);
  mustNotBeBuiltOn(cameWithIt, entries);
  const agreed = cameWithIt.flatMap(({ event }) => (event.type === 'ActionAgreed' ? [event.data.action.actionId] : []));
  const onActions = entries.filter(
    ({ event }) =>
      (event.type === 'ActionDone' || event.type === 'ActionDeadlinePassed') && agreed.includes(event.data.actionId),
  );
  const recorded = leavingOthersAnswers(takenBack([...cameWithIt, ...onActions], reason), state, context);
  return [recorded, ...daysGivenBack(after(state, recorded, context), decision, reason, context)];
};

/** @throws Refusal `something-followed` where somebody has gone on from the answer or the verdict that the decision gave */
const mustNotBeBuiltOn = (cameWithIt: readonly Entry[], entries: readonly Entry[]): void => {
  const next = cameWithIt.flatMap((entry) => builtOn(entry, entries) ?? [])[0];
  if (next !== undefined)
    refuse(
      'something-followed',
      `Entry ${next.revision} of the history of the case came of this decision. Take that back there first.`,
      { entry: next.revision },
    );
};

export const takeBackMeetingDecisionAct = disputeAct({
  type: 'take-back-meeting-decision',
  decide: takeBackMeetingDecision,
  route: null,
  events: {},
});
