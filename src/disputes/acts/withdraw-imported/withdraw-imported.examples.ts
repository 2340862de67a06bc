import fc from 'fast-check';
import { text } from '../../../../test/support/arbitraries.js';
import { IMPORT } from '../../../../test/golden/invented.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { WithdrawImported } from './withdraw-imported.js';

export const examples = actExamples<WithdrawImported, 'ImportedDisputeWithdrawn'>({
  anyAct: fc.record({
    type: fc.constant('withdraw-imported'),
    importId: fc.constantFrom('import-1', 'import-2'),
    reason: text,
  }),
  events: {
    ImportedDisputeWithdrawn: { importId: IMPORT, reason: 'The wrong year was imported.' },
  },
  sent: null,
});
