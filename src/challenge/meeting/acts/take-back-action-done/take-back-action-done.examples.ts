import { meetingExamples } from '../../../../../test/support/meeting-examples.js';

export const examples = meetingExamples<'MeetingActionDoneTakenBack'>({
  events: { MeetingActionDoneTakenBack: { actionId: 'A1', reason: 'It was another action.' } },
  sent: {
    body: () => ({ actionId: 'A2', reason: 'It was another action.' }),
    after: [
      'add-items',
      'begin',
      'decide-item',
      {
        route: 'decide-item',
        body: {
          itemId: 'I2',
          discussion: 'It has waited.',
          decision: 'more-action-first',
          actions: [{ what: 'Count them', who: 'Mona', by: '2023-05-19' }],
        },
      },
      'mark-action-done',
    ],
  },
});
