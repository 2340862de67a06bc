import fc from 'fast-check';
import { actExamples } from '../../../../test/support/act-examples.js';
import { text } from '../../../../test/support/arbitraries.js';
import type { AskToRead } from './ask-to-read.js';

export const examples = actExamples<AskToRead, 'ReadingAskedFor'>({
  anyAct: fc.record({ type: fc.constant('ask-to-read' as const), reason: text }),
  events: { ReadingAskedFor: { reason: 'The same theme has come back three times in this team.' } },
  sent: { by: 'Anton', body: { reason: 'In words.' } },
});
