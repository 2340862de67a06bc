import fc from 'fast-check';
import { text, date } from '../../../../test/support/arbitraries.js';
import { subject } from '../../../../test/golden/invented.js';
import { Controls } from '../../../../test/support/controls.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { RecordConversation } from './record-conversation.js';

export const examples = actExamples<RecordConversation, 'ConcernDiscussed'>({
  anyAct: fc.record({
    type: fc.constant('record-conversation'),
    reference: fc.constant('DRP-7K4M-2QXH'),
    subject: fc.option(fc.constant(Controls.subject), { nil: null }),
    spokeTo: text,
    spokeOn: date,
    result: text,
  }),
  events: {
    ConcernDiscussed: {
      subject,
      spokeTo: 'The team manager',
      spokeOn: '2022-04-12',
      result: 'No date could be given.',
    },
  },
  sent: null,
});
