import fc from 'fast-check';
import { mostly, text, meeting } from '../../../../test/support/arbitraries.js';
import { serviceManager } from '../../../../test/golden/invented.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { Escalate } from './escalate.js';

export const examples = actExamples<Escalate, 'DisputeEscalated'>({
  anyAct: fc.record({
    type: fc.constant('escalate'),
    toStage: mostly(fc.constant<number | null>(null), fc.integer({ min: 0, max: 5 })),
    reason: text,
    meetingOn: meeting,
  }),
  events: {
    DisputeEscalated: {
      from: 1,
      to: { ladder: 'main', number: 2, countsAs: 'formal', code: 'stage-2', name: 'Service manager', reason: null },
      addressee: serviceManager,
      protocolVersion: 1,
      because: 'not-satisfied',
      reason: 'The plan has no date and she has not been told.',
      skipped: [],
      adviceGiven: [],
    },
  },
  sent: {
    by: 'Iris',
    body: { reason: 'In words.' },
    after: ['answer', { act: 'judge', by: 'Iris', body: { verdict: 'not', reason: 'In words.' } }],
  },
});
