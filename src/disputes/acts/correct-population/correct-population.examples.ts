import fc from 'fast-check';
import { text } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import { POPULATIONS } from '../../../protocol/protocol.js';
import type { CorrectPopulation } from './correct-population.js';

export const examples = actExamples<CorrectPopulation, 'PopulationCorrected'>({
  anyAct: fc.record({
    type: fc.constant('correct-population'),
    to: fc.constantFrom(...POPULATIONS),
    reason: text,
  }),
  events: {
    PopulationCorrected: {
      from: 'looked-after',
      to: 'child-protection',
      reason: 'She is at home under a plan, and never came into care.',
    },
  },
  sent: { by: 'Iris', body: { to: 'care-leaver', reason: 'In words.' } },
});
