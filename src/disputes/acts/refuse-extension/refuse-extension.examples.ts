import fc from 'fast-check';
import { text } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { RefuseExtension } from './refuse-extension.js';

export const examples = actExamples<RefuseExtension, 'ExtensionRefused'>({
  anyAct: fc.record({ type: fc.constant('refuse-extension'), reason: text }),
  events: {
    ExtensionRefused: { askedFor: '2022-05-03', reason: 'Her review comes before that.' },
  },
  sent: { by: 'Iris', body: { reason: 'In words.' }, after: ['ask-for-extension'] },
});
