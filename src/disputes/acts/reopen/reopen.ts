import { disputeAct, WORDS } from '../dispute-act.js';
import { refuse } from '../../../platform/decider.js';
import { clocksStarted } from '../../time/clock.js';
import { countedAnew } from '../../time/counted-from.js';
import type { DisputeContext } from '../../context.js';
import { currentRound, type DisputeState, type Ended } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { mustBeAnsweredAt } from '../../left-out.js';
import { canBeReopened, currentStage, mustBeAllowedToClose, mustBeRaised, mustSay } from '../../rules.js';

export interface Reopen {
  type: 'reopen';
  reason: string;
}

/**
 * An action was not done, or an accepted answer turned out untrue: the same dispute, a new round at the same stage, and the
 * original dates kept.
 *
 * @throws Refusal `not-ended`, `cannot-be-reopened`, `closing-not-yours`, `nobody-on-the-list-answers`
 */
export const reopen = (act: Reopen, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const { matter } = mustBeReopenable(state);
  mustBeAllowedToClose(matter, context, 'reopen');
  mustSay(act.reason, 'why it is reopened');
  const round = currentRound(matter);
  const { number, protocolVersion } = round;
  const stage = currentStage(matter, context);
  mustBeAnsweredAt(matter, round.addressee, context);
  return [
    { type: 'DisputeReopened', data: { reason: act.reason } },
    ...clocksStarted(
      'reopened',
      number + 1,
      protocolVersion,
      stage,
      null,
      context,
      countedAnew(round, stage, context.today),
    ),
  ];
};

const mustBeReopenable = (state: DisputeState): Ended => {
  const raised = mustBeRaised(state);
  if (raised.status === 'open') return refuse('not-ended', 'This is open, so there is nothing to reopen.');
  if (!canBeReopened(raised)) {
    refuse(
      'cannot-be-reopened',
      'What was withdrawn, voided or continued formally stays so. Raise a new one, linked to this.',
    );
  }
  return raised;
};

export const reopenAct = disputeAct({
  type: 'reopen',
  decide: reopen,
  route: 'reopen',
  sample: (): Reopen => ({ type: 'reopen', reason: WORDS }),
  events: {
    DisputeReopened: { version: 1, sentence: ({ who, words }) => `${who} reopened the ${words.dispute}.` },
  },
});
