import fc from 'fast-check';
import { actExamples } from '../../../../test/support/act-examples.js';
import { date } from '../../../../test/support/arbitraries.js';
import { COMPLAINT_STATES } from '../../events.js';
import type { RecordComplaint } from './record-complaint.js';

export const examples = actExamples<RecordComplaint, 'ComplaintStateRecorded'>({
  anyAct: fc.record({
    type: fc.constant('record-complaint' as const),
    complaint: fc.constantFrom('', 'C-1'),
    state: fc.constantFrom(...COMPLAINT_STATES),
    on: date,
  }),
  events: {
    ComplaintStateRecorded: { complaint: 'CC/2022/118', state: 'partly-upheld', on: '2022-05-04' },
  },
  sent: {
    by: 'Iris',
    body: { complaint: 'COM-2023-17', state: 'upheld', on: '2023-04-03' },
    after: ['link'],
  },
});
