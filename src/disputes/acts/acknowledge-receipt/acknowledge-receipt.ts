import { disputeAct } from '../dispute-act.js';
import { anyOfPosts } from '../../../protocol/posts-in-words.js';
import { refuse } from '../../../platform/decider.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState, Matter, Round } from '../../dispute.js';
import type { DisputeEvent, ReceiptAcknowledged } from '../../events.js';
import { mustAwaitAnswer, mustBeOpen, notYours, ownTeamsAmong, postAnswering, protocolOf } from '../../rules.js';
import { isOfSeveralTeams } from '../../teams-asked.js';
import { teamsNotReached } from '../../time/receipt.js';

/** Those asked say that it has reached them. */
export interface AcknowledgeReceipt {
  type: 'acknowledge-receipt';
  /** A word with it: who looks into it, when to expect an answer. */
  note: string | null;
}

/**
 * Those asked say that it has reached them: of siblings of several teams each for its own. It answers nothing, and the clock of the
 * answer runs on.
 *
 * @throws Refusal `receipt-not-yours`, `already-acknowledged`, `already-answered`
 */
export const acknowledgeReceipt = (
  act: AcknowledgeReceipt,
  state: DisputeState,
  context: DisputeContext,
): DisputeEvent[] => {
  const matter = mustBeOpen(state);
  const round = mustAwaitAnswer(matter, context);
  const role = postAnswering(round, context);
  if (role === null) {
    const addressed = anyOfPosts(round.addressee.posts, protocolOf(matter, context));
    return notYours('receipt-not-yours', `That it has arrived is for ${addressed} to say. You can add a note.`);
  }
  const receipt = receiptFor(round, matter, context);
  return [{ type: 'ReceiptAcknowledged', data: { round: round.number, role, note: act.note, ...receipt } }];
};

/** For which of several teams it is said, and whether it has reached all of them with that. */
const receiptFor = (
  round: Round,
  matter: Matter,
  context: DisputeContext,
): Pick<ReceiptAcknowledged, 'forTeams' | 'complete'> => {
  const left = teamsNotReached(round);
  const isOfSeveral = isOfSeveralTeams(round.addressee);
  const own = ownTeamsAmong(
    left.flatMap((team) => team ?? []),
    round,
    matter,
    context,
  );
  if (round.acknowledgedAt !== null || left.length === 0 || (isOfSeveral && own.length === 0)) {
    refuse('already-acknowledged', 'Receipt of this stage has been acknowledged. Answer when you can.');
  }
  return isOfSeveral ? { forTeams: [...own], complete: own.length === left.length } : { complete: true };
};

export const acknowledgeReceiptAct = disputeAct({
  type: 'acknowledge-receipt',
  decide: acknowledgeReceipt,
  route: 'acknowledge-receipt',
  sample: (): AcknowledgeReceipt => ({ type: 'acknowledge-receipt', note: null }),
  events: {
    ReceiptAcknowledged: {
      version: 1,
      sentence: ({ who, words }) => `${who} acknowledged receipt of the ${words.dispute}.`,
    },
  },
});
