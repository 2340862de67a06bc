import fc from 'fast-check';
import { text, date } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { AskForEarlierDate } from './ask-for-earlier-date.js';

export const examples = actExamples<AskForEarlierDate, 'EarlierDateAsked'>({
  anyAct: fc.record({ type: fc.constant('ask-for-earlier-date'), askedFor: date, reason: text }),
  events: {
    EarlierDateAsked: { askedFor: '2022-04-21', reason: 'Her next review is on 22 April.' },
  },
  sent: { by: 'Iris', body: { askedFor: '2023-04-06', reason: 'In words.' } },
});
