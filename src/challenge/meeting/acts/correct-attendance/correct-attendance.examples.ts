import { INES_THE_IRO } from '../../../../../test/golden/invented.js';
import { meetingExamples } from '../../../../../test/support/meeting-examples.js';

export const examples = meetingExamples<'AttendanceCorrected'>({
  events: {
    AttendanceCorrected: {
      attendance: {
        present: [{ post: 'iro-manager', person: INES_THE_IRO }],
        apologies: ['agency-decision-maker', 'assistant-director'],
      },
      reason: 'The assistant director was called away before it began.',
    },
  },
  sent: {
    body: () => ({ present: [{ post: 'iro-manager', person: 'mona' }], reason: 'In words.' }),
    after: ['add-items', 'begin'],
  },
});
