import { terms } from '../../../../../test/golden/invented-meetings.js';
import { meetingExamples } from '../../../../../test/support/meeting-examples.js';

export const examples = meetingExamples<'MeetingSeriesChanged'>({
  events: {
    MeetingSeriesChanged: {
      terms: { ...terms, startsAt: '09:30' },
      from: '2022-09-01',
      reason: 'The agency decision maker sits at panel on Wednesday afternoons.',
      daysOff: [{ plannedOn: '2022-09-07', heldOn: '2022-09-07', startsAt: '14:00' }],
    },
  },
  sent: {
    body: () => ({
      kind: 'challenge',
      name: 'Challenge meeting',
      recurrence: { week: 'second', weekday: 'wednesday' },
      startsAt: '15:00',
      place: 'County Hall',
      posts: ['assistant-director', 'iro-manager'],
      from: '2023-04-03',
      reason: 'In words.',
    }),
    after: [],
  },
});
