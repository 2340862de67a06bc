import { meetingExamples } from '../../../../../test/support/meeting-examples.js';

export const examples = meetingExamples<'AgendaItemPlaced'>({
  events: { AgendaItemPlaced: { itemId: 'I2', place: 1 } },
  sent: {
    body: () => ({ itemId: 'I2', place: 1 }),
    after: [
      'add-items',
      { route: 'add-items', body: { items: [{ theme: 'LIFE', title: 'Life story work waits in every team' }] } },
    ],
  },
});
