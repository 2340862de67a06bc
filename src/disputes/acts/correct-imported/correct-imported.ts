import { disputeAct } from '../dispute-act.js';
import { isDeepStrictEqual } from 'node:util';
import { refuse } from '../../../platform/decider.js';
import type { DisputeState } from '../../dispute.js';
import type { DisputeEvent, ImportedDisputeFacts } from '../../events.js';
import { mustSay } from '../../rules.js';

/** A mistake in an imported row, mended as a recorded act. */
export interface CorrectImported {
  type: 'correct-imported';
  facts: ImportedDisputeFacts;
  reason: string;
}

/**
 * A mistake in an imported row, mended as a recorded act. The row as it was read stays in the record. Facts that stand there already
 * are no correction: nothing is recorded.
 *
 * @throws Refusal `not-imported`
 */
export const correctImported = (act: CorrectImported, state: DisputeState): DisputeEvent[] => {
  if (state.status !== 'imported') {
    return refuse(
      'not-imported',
      'Only a row of an imported register that nobody has taken on is corrected like this. What was taken on is corrected on its own page.',
    );
  }
  mustSay(act.reason, 'why the row is corrected');
  if (isDeepStrictEqual(act.facts, state.facts)) return [];
  return [{ type: 'ImportedDisputeCorrected', data: { facts: act.facts, reason: act.reason } }];
};

export const correctImportedAct = disputeAct({
  type: 'correct-imported',
  decide: correctImported,
  route: null,
  events: {
    ImportedDisputeCorrected: { version: 1, sentence: ({ who }) => `${who} corrected the row of the register.` },
  },
});
