import { paragraphs, select } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const redirectForm = actForm({
  group: 'ask',
  link: 'Send to another team',
  title: 'Send this to another team',
  fields: [
    select('toTeam', 'Which team does it belong to?', 'teams', { missing: 'Select the team' }),
    paragraphs('reason', 'Why does it belong to them?', { missing: 'Enter why it belongs to them' }),
  ],
  follows: ['It stays counted under the team at which it was raised.'],
  button: 'Send to that team',
  done: 'Sent to the other team.',
  saysWhoHasIt: true,
});
