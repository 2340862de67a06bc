import fc from 'fast-check';
import { text, date } from '../../../../test/support/arbitraries.js';
import { A_DOCUMENT } from '../../../../test/golden/invented.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { MarkActionDone } from './mark-action-done.js';

export const examples = actExamples<MarkActionDone, 'ActionDone'>({
  anyAct: fc.record({
    type: fc.constant('mark-action-done'),
    actionId: fc.constantFrom('A1', 'A2', 'A3', 'A9'),
    evidence: text,
    doneOn: date,
  }),
  events: {
    ActionDone: {
      actionId: 'A1',
      evidence: 'Seen on file; she told me herself.',
      documents: [A_DOCUMENT],
      doneOn: '2022-04-28',
    },
  },
  sent: {
    by: 'Tom',
    body: { actionId: 'A1', evidence: 'Panel minutes.', doneOn: '2023-04-03' },
    after: ['answer', 'judge'],
  },
});
