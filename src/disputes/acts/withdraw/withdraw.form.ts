import { paragraphs } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const withdrawForm = actForm({
  group: 'end',
  link: 'Withdraw',
  title: 'Withdraw this {dispute}',
  fields: [paragraphs('reason', 'Why is it withdrawn?', { missing: 'Enter why it is withdrawn' })],
  follows: ['It stays on record.'],
  button: 'Withdraw',
  done: 'Withdrawn.',
});
