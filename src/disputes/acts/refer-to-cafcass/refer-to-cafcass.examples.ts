import fc from 'fast-check';
import { text, date } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { ReferToCafcass } from './refer-to-cafcass.js';

export const examples = actExamples<ReferToCafcass, 'ReferredToCafcass'>({
  anyAct: fc.record({
    type: fc.constant('refer-to-cafcass'),
    grounds: text,
    legalAdviceTaken: fc.boolean(),
    told: fc.constant([]),
    sentOn: date,
  }),
  events: {
    ReferredToCafcass: {
      grounds: 'Review decisions have not been carried out in a significant respect.',
      legalAdviceTaken: true,
      told: ['child', 'iro-manager', 'director'],
      sentOn: '2022-05-06',
    },
  },
  sent: {
    by: 'Iris',
    body: { grounds: 'Regulation 45.', legalAdviceTaken: true, told: ['iro-manager'], sentOn: '2023-04-03' },
  },
});
