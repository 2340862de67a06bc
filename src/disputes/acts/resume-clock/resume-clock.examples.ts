import fc from 'fast-check';
import { text, rarely } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { ResumeClock } from './resume-clock.js';

export const examples = actExamples<ResumeClock, 'ClockResumed'>({
  anyAct: fc.record({ type: fc.constant('resume-clock'), reason: text, lastDay: rarely }),
  events: {
    ClockResumed: { round: 1, lastDay: '2022-04-27', reason: 'The court has heard it.' },
  },
  sent: { by: 'Iris', body: { reason: 'In words.' }, after: ['pause-clock'] },
});
