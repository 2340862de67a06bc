import { refuse } from '../../platform/decider.js';
import type { ImportRow } from '../acts.js';
import type { DisputeState } from '../dispute.js';
import type { DisputeEvent } from '../events.js';

/**
 * One row of a council's register, with only the facts in it. After its import was withdrawn the row may come again.
 *
 * @throws Refusal `reference-taken`
 */
export const importRow = ({ type: _, ...row }: ImportRow, state: DisputeState): DisputeEvent[] => {
  if (state.status !== 'not-raised' && state.status !== 'import-withdrawn') {
    refuse(
      'reference-taken',
      'Something stands under this reference already. An import never changes it; correct it instead.',
    );
  }
  return [{ type: 'DisputeImported', data: row }];
};
