import fc from 'fast-check';
import { actExamples } from '../../../../test/support/act-examples.js';
import { date } from '../../../../test/support/arbitraries.js';
import type { SendMoreToCafcass } from './send-more-to-cafcass.js';

export const examples = actExamples<SendMoreToCafcass, 'MoreSentToCafcass'>({
  anyAct: fc.record({ type: fc.constant('send-more-to-cafcass'), sentOn: date }),
  events: { MoreSentToCafcass: { sentOn: '2022-05-24' } },
  sent: {
    by: 'Iris',
    body: { sentOn: '2023-04-03' },
    after: [
      'refer-to-cafcass',
      {
        act: 'record-cafcass-reply',
        by: 'Iris',
        body: { repliedOn: '2023-04-03', reply: 'asks-for-more', summary: 'The last two plans.' },
      },
    ],
  },
});
