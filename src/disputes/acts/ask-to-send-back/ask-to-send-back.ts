import { anyOfPosts } from '../../../protocol/posts-in-words.js';
import { refuse } from '../../../platform/decider.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { mustAwaitAnswer, mustBeOpen, mustSay, notYours, postAnswering, protocolOf } from '../../rules.js';
import { disputeAct, WORDS } from '../dispute-act.js';
import { stageToGoBackTo } from '../send-back/send-back.js';

export interface AskToSendBack {
  type: 'ask-to-send-back';
  /** The stage below unless told. */
  toStage: number | null;
  reason: string;
}

/**
 * Those who must answer say that a lower stage should do something first. Nothing changes until the IRO, a judge who need not answer,
 * or a meeting decides; the clock runs on.
 *
 * @throws Refusal `asking-not-yours`, `already-answered`, `no-answer-asked`, `send-back-already-asked`, `nothing-below`, `not-lower`
 */
export const askToSendBack = (act: AskToSendBack, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const matter = mustBeOpen(state);
  mustSay(act.reason, 'what is to be done there first');
  const round = mustAwaitAnswer(matter, context);
  if (postAnswering(round, context) === null) {
    notYours(
      'asking-not-yours',
      `That it is sent back is for ${anyOfPosts(round.addressee.posts, protocolOf(matter, context))} to ask for, who must answer. You can add a note.`,
    );
  }
  if (round.sendBackAsked !== null) {
    refuse('send-back-already-asked', 'This has been asked for already. Wait until it is decided, or answer.');
  }
  const { number: toStage } = stageToGoBackTo(act.toStage, matter, context);
  return [{ type: 'SendBackAsked', data: { toStage, reason: act.reason } }];
};

export const askToSendBackAct = disputeAct({
  type: 'ask-to-send-back',
  decide: askToSendBack,
  route: 'ask-to-send-back',
  sample: (): AskToSendBack => ({ type: 'ask-to-send-back', toStage: null, reason: WORDS }),
  events: {
    SendBackAsked: {
      version: 1,
      sentence: ({ who, words, data }) =>
        `${who} asked for the ${words.dispute} to be sent back${data.toStage === undefined ? '' : ` to ${words.stage} ${data.toStage}`}.`,
    },
  },
});
