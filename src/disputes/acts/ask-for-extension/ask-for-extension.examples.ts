import fc from 'fast-check';
import { text, date } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { AskForExtension } from './ask-for-extension.js';

export const examples = actExamples<AskForExtension, 'ExtensionAsked'>({
  anyAct: fc.record({ type: fc.constant('ask-for-extension'), askedFor: date, reason: text }),
  events: {
    ExtensionAsked: { askedFor: '2022-05-03', reason: 'The panel meets on 29 April.' },
  },
  sent: { by: 'Tom', body: { askedFor: '2023-04-13', reason: 'In words.' } },
});
