import { disputeAct } from '../dispute-act.js';
import type { DisputeContext } from '../../context.js';
import { currentRound, type DisputeState, isFrozen } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { isByTheProgram, mustBeRaised, mustNotBeVoided, notYours } from '../../rules.js';
import { answerDate } from '../../time/dates.js';
import { howItStands } from '../../time/late.js';
import { clockPaused, firstDayNotYetPaused } from '../../time/pauses.js';

/** Sent by the program when a child has died. */
export interface FreezeDispute {
  type: 'freeze';
  reason: string;
}

/**
 * A child has died: nobody is reminded or chased, no date goes on record as passed, and a clock that was still in time stands still,
 * whatever the protocol says of pauses and whatever times the stage. What was late stays late. It ends nothing (domain brief 4.6).
 *
 * @throws Refusal `program-only`
 */
export const freeze = ({ reason }: FreezeDispute, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const matter = mustNotBeVoided(mustBeRaised(state));
  if (!isByTheProgram(context))
    notYours('program-only', 'The program does this by itself. Restrict it, or add a note.');
  if (isFrozen(matter)) return [];
  const round = currentRound(matter);
  const runs = howItStands(answerDate(round, matter), context.now) === 'due';
  return [
    { type: 'DisputeFrozen', data: { from: context.today, reason } },
    ...(runs ? [clockPaused(round, firstDayNotYetPaused(round, context.today), reason)] : []),
  ];
};

export const freezeAct = disputeAct({
  type: 'freeze',
  decide: freeze,
  route: null,
  events: {
    DisputeFrozen: {
      version: 1,
      sentence: ({ data, dated }) => `After a child’s death no date counts any more${dated('from', data.from)}.`,
    },
  },
});
