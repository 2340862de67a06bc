import fc from 'fast-check';
import { date, text } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { GiveNewDate } from './give-new-date.js';

export const examples = actExamples<GiveNewDate, 'NewDateGiven'>({
  anyAct: fc.record({ type: fc.constant('give-new-date'), dueOn: date, reason: text }),
  events: {
    NewDateGiven: { dueOn: '2022-05-03', reason: 'The worker was ill, and is back.' },
  },
  // Of something that is late: test/faults/every-command.ts tells its story.
  sent: null,
});
