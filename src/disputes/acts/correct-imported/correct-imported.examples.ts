import fc from 'fast-check';
import { text } from '../../../../test/support/arbitraries.js';
import { importedFacts } from '../../../../test/golden/invented.js';
import { Controls } from '../../../../test/support/controls.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { CorrectImported } from './correct-imported.js';

export const examples = actExamples<CorrectImported, 'ImportedDisputeCorrected'>({
  anyAct: fc.record({
    type: fc.constant('correct-imported'),
    facts: fc.constant(Controls.importedFacts),
    reason: text,
  }),
  events: {
    ImportedDisputeCorrected: {
      facts: { ...importedFacts, raisedOn: '2021-11-03' },
      reason: 'The paper form says 3 November.',
    },
  },
  sent: null,
});
