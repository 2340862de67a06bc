import { refuse } from '../../platform/decider.js';
import type { AcknowledgementState } from '../state.js';
import type { AcknowledgementAct } from '../acts.js';
import type { AcknowledgementEvent } from '../events.js';

type ImportRow = Extract<AcknowledgementAct, { type: 'import-row' }>;

/**
 * One row of a council's register, with only the facts in it. After its import was withdrawn the row may come again.
 *
 * @throws Refusal `reference-taken`
 */
export const importRow = ({ type: _, ...row }: ImportRow, { status }: AcknowledgementState): AcknowledgementEvent[] => {
  if (status !== 'not-given' && status !== 'import-withdrawn') {
    refuse(
      'reference-taken',
      'Something stands under this reference already. An import never changes it; correct it instead.',
    );
  }
  return [{ type: 'AcknowledgementImported', data: row }];
};
