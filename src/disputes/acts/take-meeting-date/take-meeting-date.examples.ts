import fc from 'fast-check';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { TakeMeetingDate } from './take-meeting-date.js';

export const examples = actExamples<TakeMeetingDate>({
  anyAct: fc.record({
    type: fc.constant('take-meeting-date'),
    insteadOf: fc.constantFrom(null, '2022-05-11', '2022-06-08'),
  }),
  events: {},
  sent: null,
});
