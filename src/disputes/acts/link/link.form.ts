import { line, oneOf } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const linkForm = actForm({
  group: 'child',
  link: 'Link to something else',
  title: 'Link this to something else',
  fields: [
    oneOf(
      'kind',
      'What is it linked to?',
      {
        're-raises': 'An earlier dispute about the same thing',
        'same-matter': 'Another dispute about the same matter',
        complaint: 'A complaint',
        review: 'A review',
      },
      { missing: 'Select what it is linked to' },
    ),
    line('to', 'Its reference or number', { missing: 'Enter its reference or number' }),
  ],
  button: 'Link it',
  done: 'Linked.',
  isSentAtOnce: true,
});
