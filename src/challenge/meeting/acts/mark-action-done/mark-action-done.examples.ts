import { meetingExamples } from '../../../../../test/support/meeting-examples.js';

export const examples = meetingExamples<'MeetingActionDone'>({
  events: { MeetingActionDone: { actionId: 'A1', evidence: 'The allocation is on file.', doneOn: '2022-05-16' } },
  sent: {
    body: () => ({ actionId: 'A2', evidence: 'Seen.', doneOn: '2023-04-03' }),
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
    ],
  },
});
