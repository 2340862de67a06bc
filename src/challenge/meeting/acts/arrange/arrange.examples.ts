import { JO_THE_IRO } from '../../../../../test/golden/invented.js';
import { MEETING, SERIES } from '../../../../../test/golden/invented-meetings.js';
import { meetingExamples } from '../../../../../test/support/meeting-examples.js';

export const examples = meetingExamples<'MeetingArranged'>({
  events: {
    MeetingArranged: {
      meeting: MEETING,
      kind: 'challenge',
      name: 'Challenge meeting',
      heldOn: '2022-05-11',
      startsAt: '14:00',
      place: 'County Hall, room 4',
      posts: ['assistant-director', 'agency-decision-maker', 'iro-manager'],
      people: [JO_THE_IRO],
      stages: ['4'],
      series: { series: SERIES, plannedOn: '2022-05-11' },
    },
  },
  sent: {
    body: () => ({
      kind: 'challenge',
      name: 'Extra',
      heldOn: '2023-04-03',
      startsAt: '14:00',
      posts: ['assistant-director', 'iro-manager'],
    }),
    after: [],
  },
});
