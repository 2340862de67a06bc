import { disputeAct } from '../dispute-act.js';
import { refuse } from '../../../platform/decider.js';
import type { DisputeState } from '../../dispute.js';
import type { DisputeEvent, ImportedDispute } from '../../events.js';

/** One row of a council's register becomes a dispute. Sent by the import only. */
export interface ImportRow extends ImportedDispute {
  type: 'import-row';
}

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

export const importRowAct = disputeAct({
  type: 'import-row',
  decide: importRow,
  route: null,
  events: {
    DisputeImported: {
      version: 1,
      sentence: ({ words, data, dated }) =>
        `The ${words.dispute} came from the council’s register${data.ownReference ? `, where it is ${data.ownReference}` : ''}.` +
        (data.facts?.answeredOn ? ` The register says that it was answered${dated('on', data.facts.answeredOn)}.` : ''),
    },
  },
});
