import fc from 'fast-check';
import { date } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { SetMeetingDate } from './set-meeting-date.js';

export const examples = actExamples<SetMeetingDate>({
  anyAct: fc.record({ type: fc.constant('set-meeting-date'), meetingOn: date }),
  events: {},
  sent: {
    by: 'Iris',
    body: { meetingOn: '2023-04-13' },
    raised: { stage: 4, stageReason: 'In words.', theme: 'HEALTH', meetingOn: '2023-04-12' },
  },
});
