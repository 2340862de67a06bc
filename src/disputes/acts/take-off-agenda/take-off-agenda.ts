import { disputeAct } from '../dispute-act.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { mustBeOfTheService, mustBeRaised } from '../../rules.js';

/** Sent when such an item comes off again, or the meeting ends without having looked at it. */
export interface TakeOffAgenda {
  type: 'take-off-agenda';
  meeting: string;
}

/**
 * It stands no more on the agenda of a meeting, which has not looked at it. If it does not stand there, nothing happens.
 *
 * @throws Refusal `service-only`
 */
export const takeOffAgenda = (
  { meeting }: TakeOffAgenda,
  state: DisputeState,
  context: DisputeContext,
): DisputeEvent[] => {
  const { matter } = mustBeRaised(state);
  mustBeOfTheService(matter, context);
  const stands = matter.tabled.some((each) => each.meeting === meeting && !each.takenOff && !each.decided);
  return stands ? [{ type: 'TakenOffAgenda', data: { meeting } }] : [];
};

export const takeOffAgendaAct = disputeAct({
  type: 'take-off-agenda',
  decide: takeOffAgenda,
  route: null,
  events: {
    TakenOffAgenda: {
      version: 1,
      sentence: ({ words, a }) => `The ${words.dispute} was taken off the agenda of ${a(words.meeting)}.`,
    },
  },
});
