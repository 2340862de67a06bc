import fc from 'fast-check';
import { text } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { Chase } from './chase.js';

export const examples = actExamples<Chase, 'AnswerChased'>({
  anyAct: fc.record({ type: fc.constant('chase'), how: text }),
  events: {
    AnswerChased: { how: 'By telephone' },
  },
  sent: { by: 'Iris', body: { how: 'By telephone.' } },
});
