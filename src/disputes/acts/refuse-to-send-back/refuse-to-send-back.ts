import { refuse } from '../../../platform/decider.js';
import type { DisputeContext } from '../../context.js';
import { currentRound, type DisputeState } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { mustBeOpen, mustSay } from '../../rules.js';
import { disputeAct, WORDS } from '../dispute-act.js';
import { mustDecideOnSendingBack } from '../send-back/send-back.js';

export interface RefuseToSendBack {
  type: 'refuse-to-send-back';
  reason: string;
}

/**
 * It stays at its stage, and those who asked still owe their answer by the date in force. By those who may send it back.
 *
 * @throws Refusal `no-send-back-asked`, `sending-back-not-yours`
 */
export const refuseToSendBack = (
  act: RefuseToSendBack,
  state: DisputeState,
  context: DisputeContext,
): DisputeEvent[] => {
  const matter = mustBeOpen(state);
  mustSay(act.reason, 'why it stays where it is');
  mustDecideOnSendingBack(matter, context);
  const { toStage } =
    currentRound(matter).sendBackAsked ??
    refuse('no-send-back-asked', 'Nobody has asked for it to be sent back, or that is decided already.');
  return [{ type: 'SendBackRefused', data: { toStage, reason: act.reason } }];
};

export const refuseToSendBackAct = disputeAct({
  type: 'refuse-to-send-back',
  decide: refuseToSendBack,
  route: 'refuse-to-send-back',
  sample: (): RefuseToSendBack => ({ type: 'refuse-to-send-back', reason: WORDS }),
  events: {
    SendBackRefused: {
      version: 1,
      sentence: ({ who, words }) => `${who} decided that the ${words.dispute} is not sent back.`,
    },
  },
});
