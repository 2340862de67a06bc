import { INES_THE_IRO } from '../../../../../test/golden/invented.js';
import { meetingExamples } from '../../../../../test/support/meeting-examples.js';

export const examples = meetingExamples<'MeetingBegun'>({
  events: {
    MeetingBegun: {
      attendance: {
        present: [
          { post: 'assistant-director', person: null },
          { post: 'iro-manager', person: INES_THE_IRO },
        ],
        apologies: ['agency-decision-maker'],
      },
    },
  },
  sent: {
    body: () => ({ present: [{ post: 'assistant-director', person: 'anton' }] }),
    after: ['add-items'],
  },
});
