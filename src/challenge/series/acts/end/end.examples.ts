import { meetingExamples } from '../../../../../test/support/meeting-examples.js';

export const examples = meetingExamples<'MeetingSeriesEnded'>({
  events: {
    MeetingSeriesEnded: {
      lastOn: '2023-03-31',
      reason: 'One meeting for the whole county takes its place.',
      daysOff: [{ plannedOn: '2023-04-12', heldOn: '2023-04-12', startsAt: '09:30' }],
    },
  },
  sent: {
    body: () => ({ lastOn: '2023-06-30', reason: 'In words.' }),
    after: ['change'],
  },
});
