import fc from 'fast-check';
import { text } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { TakeBackEntry } from './take-back-entry.js';

export const examples = actExamples<TakeBackEntry, 'EntryTakenBack'>({
  anyAct: fc.record({ type: fc.constant('take-back-entry'), entry: fc.integer({ min: 0, max: 30 }), reason: text }),
  events: {
    EntryTakenBack: { revisions: [3, 4], reason: 'It was meant for another dispute.' },
  },
  sent: { by: 'Iris', body: { entry: 4, reason: 'It was meant for another dispute.' }, after: ['add-note'] },
});
