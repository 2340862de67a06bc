import fc from 'fast-check';
import { text, impact } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { RecordStalemate } from './record-stalemate.js';

export const examples = actExamples<RecordStalemate, 'StalemateRecorded'>({
  anyAct: fc.record({ type: fc.constant('record-stalemate'), reason: text, impact }),
  events: {
    StalemateRecorded: { reason: 'The ladder has ended and I remain dissatisfied.', impact: ['no-change-yet'] },
  },
  sent: {
    by: 'Iris',
    body: { reason: 'In words.', impact: ['plan-moving'] },
    after: [
      { act: 'answer', by: 'Dora', body: { agreement: 'disagree', reasons: 'It is done.', actions: [] } },
      { act: 'judge', by: 'Iris', body: { verdict: 'not', reason: 'In words.' } },
    ],
    raised: { stage: 4, stageReason: 'In words.', theme: 'HEALTH', meetingOn: '2023-04-12' },
  },
});
