import { type Form, paragraphs } from '../../web/forms/form.js';

export const withdrawForm: Form = {
  title: 'Withdraw this {acknowledgement}',
  fields: [paragraphs('reason', 'Why is it withdrawn?', { missing: 'Enter why it is withdrawn' })],
  follows: [
    'It stays on record, marked as withdrawn, with the reason. The figures go on counting it, for it was given.',
  ],
  button: 'Withdraw',
  done: 'Withdrawn.',
};
