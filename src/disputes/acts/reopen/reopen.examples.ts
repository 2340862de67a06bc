import fc from 'fast-check';
import { text } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { Reopen } from './reopen.js';

export const examples = actExamples<Reopen, 'DisputeReopened'>({
  anyAct: fc.record({ type: fc.constant('reopen'), reason: text }),
  events: {
    DisputeReopened: { reason: 'The plan was never signed.' },
  },
  sent: { by: 'Iris', body: { reason: 'In words.' }, after: ['answer', 'judge', 'mark-action-done', 'resolve'] },
});
