import fc from 'fast-check';
import { actExamples } from '../../../../test/support/act-examples.js';
import { text } from '../../../../test/support/arbitraries.js';
import type { TakeEmergencyAccess } from './take-emergency-access.js';

export const examples = actExamples<TakeEmergencyAccess, 'EmergencyAccessTaken'>({
  anyAct: fc.record({
    type: fc.constant('take-emergency-access'),
    reason: text,
    hours: fc.integer({ min: 1, max: 24 }),
  }),
  events: {
    EmergencyAccessTaken: {
      reason: 'She is missing, and nobody on the list can be reached.',
      until: '2022-04-15T08:55:00.000Z',
    },
  },
  sent: { by: 'Sven', body: { reason: 'She is missing.', hours: 24 }, after: ['restrict'] },
});
