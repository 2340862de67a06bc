import fc from 'fast-check';
import { text } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { ConfirmActionInTime } from './confirm-action-in-time.js';

export const examples = actExamples<ConfirmActionInTime, 'ActionConfirmedInTime'>({
  anyAct: fc.record({
    type: fc.constant('confirm-action-in-time'),
    actionId: fc.constantFrom('A1', 'A2', 'A3', 'A9'),
    reason: text,
  }),
  events: {
    ActionConfirmedInTime: {
      actionId: 'A1',
      doneOn: '2022-04-28',
      reason: 'I saw the signed plan on that day; it was entered after the holiday.',
    },
  },
  // An action due and done before today needs a dispute that was raised before today (test/faults/every-command.ts).
  sent: null,
});
