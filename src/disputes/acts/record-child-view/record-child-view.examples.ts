import { view } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { RecordChildView } from './record-child-view.js';

export const examples = actExamples<RecordChildView, 'ChildViewRecorded'>({
  anyAct: view.map((each) => ({ ...each, type: 'record-child-view' })),
  events: {
    ChildViewRecorded: {
      view: 'Mae hi eisiau aros gyda Carol. – “I want to stay.”',
      told: true,
      toldOn: '2022-04-14',
      advocateOffered: false,
      advocateOfferedOn: null,
    },
  },
  sent: { by: 'Iris', body: { view: 'I want to stay here.', told: true, advocateOffered: true } },
});
