import { meetingExamples } from '../../../../../test/support/meeting-examples.js';

export const examples = meetingExamples<'MeetingBegunTakenBack'>({
  events: { MeetingBegunTakenBack: { reason: 'It was the meeting of the other team.' } },
  sent: {
    body: () => ({ reason: 'It was the meeting of the other team.' }),
    after: ['add-items', 'begin'],
  },
});
