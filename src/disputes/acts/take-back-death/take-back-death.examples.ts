import fc from 'fast-check';
import { text } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { TakeBackDeath } from './take-back-death.js';

export const examples = actExamples<TakeBackDeath>({
  anyAct: fc.record({ type: fc.constant('take-back-death'), reason: text, by: fc.constantFrom(null, 'manager-lane') }),
  events: {},
  sent: null,
});
