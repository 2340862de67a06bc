import fc from 'fast-check';
import { date } from '../../../../test/support/arbitraries.js';
import { CHALLENGE_MEETING, JO_THE_IRO } from '../../../../test/golden/invented.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { TableForChallenge } from './table-for-challenge.js';

export const examples = actExamples<TableForChallenge, 'TabledForChallenge'>({
  anyAct: fc.record({
    type: fc.constant('table-for-challenge'),
    meeting: fc.constantFrom('meeting-1', 'meeting-2'),
    heldOn: date,
  }),
  events: {
    TabledForChallenge: {
      meeting: CHALLENGE_MEETING,
      heldOn: '2022-05-11',
      posts: ['assistant-director'],
      people: [JO_THE_IRO],
    },
  },
  sent: null,
});
