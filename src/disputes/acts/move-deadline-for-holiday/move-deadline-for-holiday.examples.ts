import fc from 'fast-check';
import { text, movableDeadline } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { MoveDeadlineForHoliday } from './move-deadline-for-holiday.js';

export const examples = actExamples<MoveDeadlineForHoliday>({
  anyAct: fc
    .tuple(movableDeadline, text)
    .map(([each, reason]) => ({ ...each, type: 'move-deadline-for-holiday', reason })),
  events: {},
  sent: null,
});
