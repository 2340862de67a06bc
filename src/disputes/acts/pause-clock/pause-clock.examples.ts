import fc from 'fast-check';
import { text, rarely } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { PauseClock } from './pause-clock.js';

export const examples = actExamples<PauseClock, 'ClockPaused'>({
  anyAct: fc.record({
    type: fc.constant('pause-clock'),
    reason: text,
    firstDay: rarely,
    lastDay: rarely,
  }),
  events: {
    ClockPaused: { round: 1, firstDay: '2022-04-20', reason: 'The court hears the case on 27 April.' },
  },
  sent: { by: 'Iris', body: { reason: 'In words.' } },
});
