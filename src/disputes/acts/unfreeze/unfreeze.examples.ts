import fc from 'fast-check';
import { text } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { UnfreezeDispute } from './unfreeze.js';

export const examples = actExamples<UnfreezeDispute, 'ActionDateMoved' | 'DisputeUnfrozen'>({
  anyAct: fc.record({ type: fc.constant('unfreeze'), reason: text }),
  events: {
    ActionDateMoved: {
      ...{ actionId: 'A1', from: '2023-04-11', to: '2023-04-27' },
      reason: 'The family was spoken to, and it matters to her brother.',
    },
    DisputeUnfrozen: { reason: 'The family was spoken to, and it matters to her brother.' },
  },
  sent: null,
});
