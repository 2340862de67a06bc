import { type Form, paragraphs } from '../../web/forms/form.js';

export const withdrawForm: Form = {
  title: 'Withdraw this {acknowledgement}',
  fields: [paragraphs('reason', 'Why is it withdrawn?', { missing: 'Enter why it is withdrawn' })],
  follows: ['It is not counted any more. It stays on record.'],
  button: 'Withdraw',
  done: 'Withdrawn.',
};
