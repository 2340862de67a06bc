import fc from 'fast-check';
import { actExamples } from '../../../../test/support/act-examples.js';
import { text } from '../../../../test/support/arbitraries.js';
import type { MoveToChild } from './move-to-child.js';

const to = { children: ['1568441'], population: 'looked-after' as const, iro: 'iro-prasad', team: 'through-care-1' };

export const examples = actExamples<MoveToChild, 'DisputeMovedToChild'>({
  anyAct: fc.record({ type: fc.constant('move-to-child'), to: fc.constant(to), reason: text }),
  events: {
    DisputeMovedToChild: {
      from: { children: ['2041187'], team: 'through-care-3' },
      to,
      reason: 'Two children have the same initials.',
    },
  },
  sent: { by: 'Mona', body: { children: ['C3'], reason: 'Two children have the same initials.' } },
});
