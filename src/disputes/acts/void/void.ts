import { disputeAct, WORDS } from '../dispute-act.js';
import { refuse } from '../../../platform/decider.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState } from '../../dispute.js';
import type { DisputeEvent, VoidedBecause } from '../../events.js';
import { invalid, mustBeAllowedToTakeBack, mustBeRaised, mustNotBeVoided, mustSay } from '../../rules.js';

export interface VoidDispute {
  type: 'void';
  because: VoidedBecause;
  duplicateOf: string | null;
  reason: string;
}

/**
 * Raised in error, or a duplicate: not counted, and still there to be seen. About another child than was written down: not counted, gone
 * from that child's history, and there for the IRO service alone.
 *
 * @throws Refusal `duplicate-of-missing`, `duplicate-of-itself`, `duplicate-void`, `taking-back-not-yours`
 */
export const voidDispute = (act: VoidDispute, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  if (state.status === 'discussed')
    return refuse('not-raised', 'So far this is only a recorded conversation. Withdraw it instead.');
  const matter = mustNotBeVoided(mustBeRaised(state));
  mustBeAllowedToTakeBack(matter, context);
  mustSay(act.reason, 'why it is voided');
  if (act.because === 'duplicate' && act.duplicateOf === null) {
    invalid('duplicate-of-missing', 'Name the dispute that it duplicates.');
  }
  if (act.duplicateOf === matter.reference)
    refuse('duplicate-of-itself', 'A dispute cannot duplicate itself. Check the reference.');
  if (act.duplicateOf !== null && context.isVoid?.(act.duplicateOf) === true)
    refuse(
      'duplicate-void',
      'The one that it is said to duplicate is void, so neither would count. Name the one that counts.',
    );
  const { because, duplicateOf, reason } = act;
  return [{ type: 'DisputeVoided', data: { because, duplicateOf, reason } }];
};

const VOIDED: Readonly<Record<VoidedBecause, (duplicateOf: string | null) => string>> = {
  'raised-in-error': () => ', raised in error',
  duplicate: (of) => `, a duplicate${of === null ? '' : ` of ${of}`}`,
  'wrong-child': () => ', written down for another child than it is about',
};

export const voidDisputeAct = disputeAct({
  type: 'void',
  decide: voidDispute,
  route: 'void',
  sample: (): VoidDispute => ({ type: 'void', because: 'raised-in-error', duplicateOf: null, reason: WORDS }),
  events: {
    DisputeVoided: {
      version: 1,
      sentence: ({ who, words, data, reference }) =>
        `${who} voided the ${words.dispute}${data.because == null ? '' : VOIDED[data.because](data.duplicateOf ? reference(data.duplicateOf) : null)}.`,
    },
  },
});
