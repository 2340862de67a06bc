import { disputeAct, WORDS, ANOTHER } from '../dispute-act.js';
import { refuse } from '../../../platform/decider.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { SERVICE_POSTS } from '../../../protocol/protocol.js';
import {
  isByTheProgram,
  isNamedIn,
  isTheIro,
  mustBeRaised,
  mustNotBeVoided,
  mustSay,
  notYours,
  seatIn,
} from '../../rules.js';

export interface HandOver {
  type: 'hand-over';
  toIro: string;
  reason: string;
}

/**
 * The IRO leaves, or the child is reallocated: another IRO holds it. Who raised it stays.
 *
 * @throws Refusal `handing-over-not-yours`, `same-iro`
 */
export const handOver = (act: HandOver, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const matter = mustNotBeVoided(mustBeRaised(state));
  mustSay(act.reason, 'why it is handed over');
  mustSay(act.toIro, 'to which IRO');
  const ofTheService = isNamedIn(SERVICE_POSTS, seatIn(matter, context));
  if (!isByTheProgram(context) && !isTheIro(matter, context) && !ofTheService) {
    notYours('handing-over-not-yours', 'Only the IRO, or those who answer for the IRO service, hand it over.');
  }
  if (act.toIro === matter.heldBy) refuse('same-iro', 'That IRO holds it already.');
  return [{ type: 'DisputeHandedOver', data: { fromIro: matter.heldBy, toIro: act.toIro, reason: act.reason } }];
};

export const handOverAct = disputeAct({
  type: 'hand-over',
  decide: handOver,
  route: 'hand-over',
  sample: (): HandOver => ({ type: 'hand-over', toIro: ANOTHER, reason: WORDS }),
  events: {
    DisputeHandedOver: {
      version: 1,
      sentence: ({ who, words, data, person }) =>
        `${who} handed the ${words.dispute} over to ${person(data.toIro) ?? 'another IRO'}.`,
    },
  },
});
