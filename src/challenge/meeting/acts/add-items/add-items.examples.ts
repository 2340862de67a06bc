import { DISPUTE } from '../../../../../test/golden/invented.js';
import { meetingExamples } from '../../../../../test/support/meeting-examples.js';

export const examples = meetingExamples<'AgendaItemAdded'>({
  events: {
    AgendaItemAdded: {
      itemId: 'I1',
      about: { kind: 'case', dispute: DISPUTE },
      because: ['at-meeting-stage', 'over-total-cap'],
      note: null,
      carriedFrom: null,
    },
  },
  sent: {
    body: (dispute) => ({
      items: [
        { dispute, note: 'In words.' },
        { theme: 'PLACE', title: 'Placements' },
        { theme: 'EDUC', title: 'Schools' },
      ],
    }),
    after: [],
  },
});
