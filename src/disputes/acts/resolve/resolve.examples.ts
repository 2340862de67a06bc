import fc from 'fast-check';
import { impact } from '../../../../test/support/arbitraries.js';
import { RESOLUTION_OUTCOMES } from '../../events.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { Resolve } from './resolve.js';

export const examples = actExamples<Resolve, 'DisputeResolved'>({
  anyAct: fc.record({
    type: fc.constant('resolve'),
    outcome: fc.constantFrom(...RESOLUTION_OUTCOMES),
    impact,
    impactNote: fc.constant(null),
  }),
  events: {
    DisputeResolved: {
      outcome: 'RES-ACT',
      impact: ['plan-moving', 'child-informed-or-heard'],
      impactNote: 'She knows that she stays with Carol.',
      stageReached: 1,
      actionsOutstanding: ['A2'],
      iroDissents: false,
    },
  },
  sent: {
    by: 'Iris',
    body: { outcome: 'RES-FULL', impact: ['plan-moving'] },
    after: ['answer', 'judge', 'mark-action-done'],
  },
});
