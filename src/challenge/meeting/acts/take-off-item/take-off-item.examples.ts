import { meetingExamples } from '../../../../../test/support/meeting-examples.js';

export const examples = meetingExamples<'AgendaItemTakenOff'>({
  events: { AgendaItemTakenOff: { itemId: 'I1', reason: 'It was resolved on Monday.' } },
  sent: {
    body: () => ({ itemId: 'I1', reason: 'In words.' }),
    after: ['add-items'],
  },
});
