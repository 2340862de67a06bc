import { meetingExamples } from '../../../../../test/support/meeting-examples.js';

export const examples = meetingExamples<'AgendaItemDecisionTakenBack'>({
  events: { AgendaItemDecisionTakenBack: { itemId: 'I1', reason: 'It was decided on the item before.' } },
  sent: {
    body: () => ({ itemId: 'I1', reason: 'It was decided on the item before.' }),
    after: ['add-items', 'begin', 'decide-item'],
  },
});
