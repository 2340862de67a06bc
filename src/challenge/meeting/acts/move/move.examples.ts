import { meetingExamples } from '../../../../../test/support/meeting-examples.js';

export const examples = meetingExamples<'MeetingMoved'>({
  events: {
    MeetingMoved: {
      from: { heldOn: '2022-05-11', startsAt: '14:00' },
      to: { heldOn: '2022-05-13', startsAt: '10:00' },
      reason: 'The assistant director is in court on the 11th.',
    },
  },
  sent: {
    body: () => ({ heldOn: '2023-04-04', reason: 'In words.' }),
    after: ['add-items'],
  },
});
