import { disputeAct } from '../dispute-act.js';
import type { DisputeContext } from '../../context.js';
import type { LocalDate } from '../../../calendar/calendar.js';
import { currentRound, type DisputeState, isFrozen, isPaused, type Round } from '../../dispute.js';
import { frozenBy } from '../../fold/freezing.js';
import type { DisputeEvent } from '../../events.js';
import { isByTheProgram, mustBeRaised, mustNotBeVoided, notYours } from '../../rules.js';
import { deadlineOf } from '../../time/clock.js';
import { answerDate } from '../../time/dates.js';
import { howItStands } from '../../time/late.js';
import { clockPaused, firstDayNotYetPaused } from '../../time/pauses.js';

/** Sent by the program when a child has died, and again where the day of the death is put right. */
export interface FreezeDispute {
  type: 'freeze';
  diedOn: LocalDate;
  reason: string;
}

/**
 * A child has died: nobody is reminded or chased, no date goes on record as passed, and a clock that was in time on the day of the death
 * stands still from that day, whatever the protocol says of pauses, whatever times the stage, and however late the death became known.
 * A date that was late before stays late. The act ends nothing (domain brief 4.6).
 *
 * @throws Refusal `program-only`
 */
export const freeze = (
  { diedOn, reason }: FreezeDispute,
  state: DisputeState,
  context: DisputeContext,
): DisputeEvent[] => {
  const matter = mustNotBeVoided(mustBeRaised(state));
  if (!isByTheProgram(context))
    notYours('program-only', 'The program does this by itself. Restrict it, or add a note.');
  const frozen: DisputeEvent = { type: 'DisputeFrozen', data: { from: diedOn, reason } };
  if (isFrozen(matter)) return matter.freeze!.diedOn === diedOn ? [] : [frozen];
  const round = currentRound(matter);
  return [frozen, ...(wasInTime(round, diedOn, context) ? [clockPaused(round, firstDay(round, diedOn), reason)] : [])];
};

/** Its clock ran on the day of the death, and nothing had come by the time that it became known. */
const wasInTime = (round: Round, diedOn: LocalDate, { now }: DisputeContext): boolean => {
  return !isPaused(round) && howItStands(answerDate(round, { freeze: frozenBy(diedOn, now) }), now) === 'paused';
};

const firstDay = (round: Round, diedOn: LocalDate): LocalDate => {
  const { startedOn } = deadlineOf(round);
  return firstDayNotYetPaused(round, diedOn < startedOn ? startedOn : diedOn);
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
