import fc from 'fast-check';
import { text, date } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { NoteFiling } from './note-filing.js';

export const examples = actExamples<NoteFiling, 'FiledOnChildRecord'>({
  anyAct: fc.record({
    type: fc.constant('note-filing'),
    child: fc.constantFrom('1568440', '999'),
    where: text,
    filedOn: date,
  }),
  events: {
    FiledOnChildRecord: { child: '2041187', where: 'Case system, chronology', filedOn: '2022-05-02' },
  },
  sent: { by: 'Iris', body: { child: 'C1', where: 'Section 4', filedOn: '2023-04-03' } },
});
