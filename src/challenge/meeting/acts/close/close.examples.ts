import { NEXT_MEETING } from '../../../../../test/golden/invented-meetings.js';
import { meetingExamples } from '../../../../../test/support/meeting-examples.js';

export const examples = meetingExamples<'MeetingClosed'>({
  events: { MeetingClosed: { carried: [{ itemId: 'I2', to: { meeting: NEXT_MEETING, itemId: 'I1' } }] } },
  sent: {
    body: () => ({}),
    after: [
      'add-items',
      'begin',
      'decide-item',
      {
        route: 'decide-item',
        body: { itemId: 'I2', discussion: 'It has waited.', decision: 'deferred', nextLookOn: '2023-04-12' },
      },
      {
        route: 'decide-item',
        body: { itemId: 'I3', discussion: 'It has waited.', decision: 'deferred', nextLookOn: '2023-04-12' },
      },
    ],
  },
});
