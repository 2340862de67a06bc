import { NEXT_MEETING } from '../../../../../test/golden/invented-meetings.js';
import { meetingExamples } from '../../../../../test/support/meeting-examples.js';

export const examples = meetingExamples<'MeetingCancelled'>({
  events: {
    MeetingCancelled: {
      reason: 'The council is closed for the funeral.',
      carried: [{ itemId: 'I1', to: { meeting: NEXT_MEETING, itemId: 'I1' } }],
    },
  },
  sent: {
    body: () => ({ reason: 'In words.' }),
    after: [],
  },
});
