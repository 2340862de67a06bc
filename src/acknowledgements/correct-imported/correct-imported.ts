import { isDeepStrictEqual } from 'node:util';
import { mustSay, refuse } from '../../platform/decider.js';
import type { AcknowledgementState } from '../state.js';
import type { AcknowledgementAct } from '../acts.js';
import type { AcknowledgementEvent } from '../events.js';

type CorrectImported = Extract<AcknowledgementAct, { type: 'correct-imported' }>;

/**
 * A mistake in an imported row, mended as a recorded act. The row as it was read stays in the record. Facts that stand there already
 * are no correction: nothing is recorded.
 *
 * @throws Refusal `not-imported`
 */
export const correctImported = (act: CorrectImported, state: AcknowledgementState): AcknowledgementEvent[] => {
  if (state.status !== 'imported')
    return refuse('not-imported', 'Only a row of an imported register is corrected like this.');
  mustSay(act.reason, 'why the row is corrected');
  if (isDeepStrictEqual(act.facts, state.facts)) return [];
  return [{ type: 'ImportedAcknowledgementCorrected', data: { facts: act.facts, reason: act.reason } }];
};
