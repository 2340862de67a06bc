import fc from 'fast-check';
import { mostly, text, meeting } from '../../../../test/support/arbitraries.js';
import { teamManager } from '../../../../test/golden/invented.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { SendBack } from './send-back.js';

export const examples = actExamples<SendBack, 'SentBack'>({
  anyAct: fc.record({
    type: fc.constant('send-back'),
    toStage: mostly(fc.constant<number | null>(null), fc.integer({ min: 0, max: 5 })),
    reason: text,
    meetingOn: meeting,
  }),
  events: {
    SentBack: {
      from: 2,
      to: {
        ladder: 'main',
        number: 1,
        countsAs: 'formal',
        code: 'stage-1',
        name: 'Team manager',
        reason: 'The assessment has to be read to her first.',
      },
      addressee: teamManager,
      protocolVersion: 1,
      reason: 'The assessment has to be read to her first.',
    },
  },
  sent: {
    by: 'Iris',
    body: { reason: 'In words.' },
    after: ['answer', { act: 'judge', by: 'Iris', body: { verdict: 'not', reason: 'In words.' } }, 'escalate'],
  },
});
