import fc from 'fast-check';
import { text } from '../../../../test/support/arbitraries.js';
import { INES_THE_IRO, JO_THE_IRO } from '../../../../test/golden/invented.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { HandOver } from './hand-over.js';

export const examples = actExamples<HandOver, 'DisputeHandedOver'>({
  anyAct: fc.record({
    type: fc.constant('hand-over'),
    toIro: fc.constantFrom('iro-rowe', 'iro-prasad'),
    reason: text,
  }),
  events: {
    DisputeHandedOver: { fromIro: INES_THE_IRO, toIro: JO_THE_IRO, reason: 'Ines has left the service.' },
  },
  sent: { by: 'Mona', body: { toIro: 'ivan', reason: 'In words.' } },
});
