import fc from 'fast-check';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { GrantExtension } from './grant-extension.js';

export const examples = actExamples<GrantExtension, 'ExtensionGranted'>({
  anyAct: fc.record({ type: fc.constant('grant-extension'), reason: fc.constant(null) }),
  events: {
    ExtensionGranted: { askedFor: '2022-05-03', reason: null },
  },
  sent: { by: 'Iris', body: { reason: 'In words.' }, after: ['ask-for-extension'] },
});
