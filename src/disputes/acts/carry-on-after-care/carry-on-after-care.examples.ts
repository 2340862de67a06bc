import fc from 'fast-check';
import { text } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { CarryOnAfterCare } from './carry-on-after-care.js';

export const examples = actExamples<CarryOnAfterCare, 'CarriedOnAfterCare'>({
  anyAct: fc.record({ type: fc.constant('carry-on-after-care'), reason: text }),
  events: {
    CarriedOnAfterCare: { reason: 'She is eighteen, and the flat that was promised is still not there.' },
  },
  sent: null,
});
