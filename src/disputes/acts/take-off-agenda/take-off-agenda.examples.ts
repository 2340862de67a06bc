import fc from 'fast-check';
import { CHALLENGE_MEETING } from '../../../../test/golden/invented.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { TakeOffAgenda } from './take-off-agenda.js';

export const examples = actExamples<TakeOffAgenda, 'TakenOffAgenda'>({
  anyAct: fc.record({
    type: fc.constant('take-off-agenda'),
    meeting: fc.constantFrom('meeting-1', 'meeting-2'),
  }),
  events: {
    TakenOffAgenda: { meeting: CHALLENGE_MEETING, heldOn: '2022-05-11' },
  },
  sent: null,
});
