import fc from 'fast-check';
import { actExamples } from '../../../../test/support/act-examples.js';
import { action, date, text } from '../../../../test/support/arbitraries.js';
import type { EnterAnswer } from './enter-answer.js';

export const examples = actExamples<EnterAnswer>({
  anyAct: fc.record({
    type: fc.constant('enter-answer' as const),
    post: fc.constantFrom(null, 'health-partner'),
    saidBy: text,
    saidOn: date,
    agreement: fc.constantFrom('agree' as const, 'partly' as const, 'disagree' as const),
    reasons: text,
    actions: fc.array(action, { maxLength: 2 }),
    evidence: fc.option(text, { nil: null }),
  }),
  events: {},
  sent: null,
});
