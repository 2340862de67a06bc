import fc from 'fast-check';
import { text } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { TakeBackMeetingDecision } from './take-back-meeting-decision.js';

export const examples = actExamples<TakeBackMeetingDecision>({
  anyAct: fc.record({
    type: fc.constant('take-back-meeting-decision'),
    recordedBy: fc.constantFrom('command-1', 'command-2'),
    reason: text,
  }),
  events: {},
  sent: null,
});
