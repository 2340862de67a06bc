import fc from 'fast-check';
import { text } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { UnfreezeDispute } from './unfreeze.js';

export const examples = actExamples<UnfreezeDispute, 'DisputeUnfrozen'>({
  anyAct: fc.record({ type: fc.constant('unfreeze'), reason: text }),
  events: {
    DisputeUnfrozen: { reason: 'The family was spoken to, and it matters to her brother.' },
  },
  sent: null,
});
