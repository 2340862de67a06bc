import { meetingExamples } from '../../../../../test/support/meeting-examples.js';

export const examples = meetingExamples({
  events: {},
  sent: {
    body: () => ({}),
    after: [],
  },
});
