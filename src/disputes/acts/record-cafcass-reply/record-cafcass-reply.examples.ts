import fc from 'fast-check';
import { date } from '../../../../test/support/arbitraries.js';
import { CAFCASS_REPLIES } from '../../events.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { RecordCafcassReply } from './record-cafcass-reply.js';

export const examples = actExamples<RecordCafcassReply, 'CafcassReplied'>({
  anyAct: fc.record({
    type: fc.constant('record-cafcass-reply'),
    repliedOn: date,
    reply: fc.constantFrom(...CAFCASS_REPLIES),
    summary: fc.constant(null),
  }),
  events: {
    CafcassReplied: {
      repliedOn: '2022-05-20',
      reply: 'advises',
      summary: 'A conversation with the director is offered.',
    },
  },
  sent: {
    by: 'Iris',
    body: { repliedOn: '2023-04-03', reply: 'advises', summary: 'Keep us told.' },
    after: ['refer-to-cafcass'],
  },
});
