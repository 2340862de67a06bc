import fc from 'fast-check';
import { text } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { LiftRestriction } from './lift-restriction.js';

export const examples = actExamples<LiftRestriction, 'RestrictionLifted'>({
  anyAct: fc.record({ type: fc.constant('lift-restriction'), reason: text }),
  events: {
    RestrictionLifted: { reason: 'The carer has left the council.' },
  },
  sent: { by: 'Mona', body: { reason: 'In words.' }, after: ['restrict'] },
});
