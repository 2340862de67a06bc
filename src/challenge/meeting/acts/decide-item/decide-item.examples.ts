import { SAM_THE_SOCIAL_WORKER } from '../../../../../test/golden/invented.js';
import { meetingExamples } from '../../../../../test/support/meeting-examples.js';

export const examples = meetingExamples<'AgendaItemDecided'>({
  events: {
    AgendaItemDecided: {
      itemId: 'I1',
      discussion: 'The plan has waited for a viability assessment since February.',
      decision: 'decided-not-accepted',
      actions: [
        {
          ...{ actionId: 'A1', what: 'Allocate the assessment', who: 'Sam Lowe', person: SAM_THE_SOCIAL_WORKER },
          by: '2022-05-18',
        },
      ],
      iroView: { view: 'not', words: 'She still has no date by which she will know.' },
      goesOnTo: 'director',
      nextLookOn: '2022-06-08',
    },
  },
  sent: {
    body: () => ({
      itemId: 'I1',
      discussion: 'It has waited.',
      decision: 'more-action-first',
      actions: [{ what: 'Find a home', who: 'Hana', by: '2023-05-19' }],
      nextLookOn: '2023-04-12',
    }),
    after: ['add-items', 'begin'],
  },
});
