import fc from 'fast-check';
import { text, date, dateOrNone, verdict, action } from '../../../../test/support/arbitraries.js';
import { CHALLENGE_MEETING } from '../../../../test/golden/invented.js';
import { CHALLENGE_DECISIONS } from '../../events.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { RecordChallengeDecision } from './record-challenge-decision.js';

export const examples = actExamples<RecordChallengeDecision, 'ChallengeDecisionRecorded'>({
  anyAct: fc.record({
    type: fc.constant('record-challenge-decision'),
    meeting: fc.constantFrom('meeting-1', 'meeting-2'),
    heldOn: date,
    decision: fc.constantFrom(...CHALLENGE_DECISIONS),
    discussion: text,
    actions: fc.array(action, { maxLength: 2 }),
    iroView: fc.option(verdict, { nil: null }),
    nextLookOn: dateOrNone,
  }),
  events: {
    ChallengeDecisionRecorded: {
      meeting: CHALLENGE_MEETING,
      heldOn: '2022-05-11',
      decision: 'more-action-first',
      discussion: 'The plan is signed; nobody has read it to her.',
      actions: [{ what: 'Read the plan to her', who: 'Sam', by: '2022-05-18', measure: null }],
      iroView: 'partly',
      nextLookOn: '2022-06-08',
    },
  },
  sent: null,
});
