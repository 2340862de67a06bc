import fc from 'fast-check';
import { text } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { RefuseToSendBack } from './refuse-to-send-back.js';

export const examples = actExamples<RefuseToSendBack, 'SendBackRefused'>({
  anyAct: fc.record({ type: fc.constant('refuse-to-send-back'), reason: text }),
  events: {
    SendBackRefused: { toStage: 1, reason: 'It was raised with you because it cannot wait.' },
  },
  sent: {
    by: 'Iris',
    body: { reason: 'In words.' },
    after: ['ask-to-send-back'],
    raised: { stage: 4, stageReason: 'In words.', theme: 'HEALTH', meetingOn: '2023-04-12' },
  },
});
