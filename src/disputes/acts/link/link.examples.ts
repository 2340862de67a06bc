import fc from 'fast-check';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { LinkDispute } from './link.js';

export const examples = actExamples<LinkDispute, 'DisputeLinked'>({
  anyAct: fc.record({
    type: fc.constant('link'),
    link: fc.record({
      kind: fc.constantFrom('re-raises', 'same-matter', 'complaint'),
      to: fc.constantFrom('', 'DRP-7K4M-2QXH', 'C-1'),
    }),
  }),
  events: {
    DisputeLinked: { link: { kind: 'complaint', to: 'CC/2022/118' } },
  },
  sent: { by: 'Iris', body: { kind: 'complaint', to: 'COM-2023-17' } },
});
