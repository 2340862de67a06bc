import fc from 'fast-check';
import { date, text } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { FreezeDispute } from './freeze.js';

export const examples = actExamples<FreezeDispute, 'DisputeFrozen'>({
  anyAct: fc.record({ type: fc.constant('freeze'), diedOn: date, reason: text }),
  events: {
    DisputeFrozen: { from: '2022-05-06', reason: 'The child has died.' },
  },
  sent: null,
});
