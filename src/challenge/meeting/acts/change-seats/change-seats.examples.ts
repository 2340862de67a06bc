import { meetingExamples } from '../../../../../test/support/meeting-examples.js';

export const examples = meetingExamples<'SeatsChanged'>({
  events: {
    SeatsChanged: {
      posts: ['assistant-director', 'iro-manager'],
      people: ['d74f85ae-8c89-511c-99e0-d57a10dceeb0'],
      reason: 'The head of service has left.',
    },
  },
  sent: {
    body: () => ({ posts: ['team-manager'], reason: 'In words.' }),
    after: ['add-items'],
  },
});
