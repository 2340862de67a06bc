import { SERIES, terms } from '../../../../../test/golden/invented-meetings.js';
import { meetingExamples } from '../../../../../test/support/meeting-examples.js';

export const examples = meetingExamples<'MeetingSeriesStarted'>({
  events: { MeetingSeriesStarted: { series: SERIES, terms, from: '2022-04-14' } },
  sent: {
    body: () => ({
      kind: 'challenge',
      name: 'Challenge meeting',
      recurrence: { week: 'second', weekday: 'wednesday' },
      startsAt: '14:00',
      place: 'County Hall',
      posts: ['assistant-director', 'iro-manager'],
      from: '2023-04-03',
    }),
    after: [],
  },
});
