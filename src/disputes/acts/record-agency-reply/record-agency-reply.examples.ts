import fc from 'fast-check';
import { text, date } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { RecordAgencyReply } from './record-agency-reply.js';

export const examples = actExamples<RecordAgencyReply, 'AgencyReplied' | 'AgencyDidNotReply'>({
  anyAct: fc.record({ type: fc.constant('record-agency-reply'), repliedOn: fc.option(date), summary: text }),
  events: {
    AgencyReplied: { repliedOn: '2022-05-18', summary: 'A place is offered from June.' },
    AgencyDidNotReply: { summary: 'Three letters and two calls brought nothing.' },
  },
  sent: { by: 'Iris', body: { repliedOn: '2023-04-03', summary: 'They agree.' }, after: ['take-to-agency'] },
});
