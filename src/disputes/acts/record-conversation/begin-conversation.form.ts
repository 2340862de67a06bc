import { day, type Form, line, list, paragraphs } from '../../../web/forms/form.js';

export const beginConversationForm: Form = {
  title: 'Record a conversation only, or that you decided not to raise it',
  before: [
    'For a concern that you spoke about, or that you decided not to raise, with no {dispute} yet. One can be raised from it later.',
  ],
  fields: [
    list('children', 'Record number or initials of the child', {
      hint: 'For brothers and sisters, separate them by commas.',
      missing: 'Enter the record number or the initials of the child',
    }),
    line('spokeTo', 'Whom did you speak to?', { missing: 'Enter whom you spoke to' }),
    day('spokeOn', 'When?', { hint: 'For example, 27 3 2026', missing: 'Enter when you spoke' }),
    paragraphs('result', 'What came of it?', {
      hint: 'Where it was put right, or you decided not to raise it, say so and why.',
      missing: 'Enter what came of it',
      rows: 4,
    }),
  ],
  follows: ['It stands in the child’s history, and is counted apart from {disputes}. Nobody is asked to answer.'],
  button: 'Record the conversation',
  done: 'Conversation recorded.',
};
