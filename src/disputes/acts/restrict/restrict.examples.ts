import fc from 'fast-check';
import { text } from '../../../../test/support/arbitraries.js';
import { JO_THE_IRO } from '../../../../test/golden/invented.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { RestrictDispute } from './restrict.js';

export const examples = actExamples<RestrictDispute, 'DisputeRestricted'>({
  anyAct: fc.record({
    type: fc.constant('restrict'),
    readers: fc.subarray(['iro-rowe', 'iro-prasad']),
    answeredBy: fc.constantFrom(null, 'iro-prasad'),
    reason: text,
  }),
  events: {
    DisputeRestricted: { readers: [JO_THE_IRO], reason: 'The carer works for the council.' },
  },
  sent: { by: 'Mona', body: { readers: ['mona', 'tom'], reason: 'In words.' } },
});
