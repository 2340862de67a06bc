import fc from 'fast-check';
import { text, verdict } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { RecordIroView } from './record-iro-view.js';

export const examples = actExamples<RecordIroView, 'IroViewRecorded'>({
  anyAct: fc.record({ type: fc.constant('record-iro-view'), view: verdict, reason: text }),
  events: {
    IroViewRecorded: { view: 'not', reason: 'I am not satisfied that she has been heard.' },
  },
  sent: { by: 'Iris', body: { view: 'partly', reason: 'In words.' }, after: ['answer'] },
});
