import fc from 'fast-check';
import { text, date, dateOrNone } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { TakeToAgency } from './take-to-agency.js';

export const examples = actExamples<TakeToAgency, 'TakenToAgency'>({
  anyAct: fc.record({
    type: fc.constant('take-to-agency'),
    agency: text,
    sentOn: date,
    dueOn: dateOrNone,
  }),
  events: {
    TakenToAgency: { agency: 'Hillside School', sentOn: '2022-05-06', dueOn: '2022-05-20' },
  },
  sent: { by: 'Iris', body: { agency: 'The hospital', sentOn: '2023-04-03', dueOn: '2023-04-14' } },
});
