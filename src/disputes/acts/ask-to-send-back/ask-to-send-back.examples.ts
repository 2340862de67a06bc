import fc from 'fast-check';
import { mostly, text } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { AskToSendBack } from './ask-to-send-back.js';

export const examples = actExamples<AskToSendBack, 'SendBackAsked'>({
  anyAct: fc.record({
    type: fc.constant('ask-to-send-back'),
    toStage: mostly(fc.constant<number | null>(null), fc.integer({ min: 0, max: 5 })),
    reason: text,
  }),
  events: {
    SendBackAsked: { toStage: 1, reason: 'The assessment has to be read to her first.' },
  },
  sent: {
    by: 'Dora',
    body: { reason: 'In words.' },
    raised: { stage: 4, stageReason: 'In words.', theme: 'HEALTH', meetingOn: '2023-04-12' },
  },
});
