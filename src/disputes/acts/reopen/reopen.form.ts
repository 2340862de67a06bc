import { paragraphs } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const reopenForm = actForm({
  group: 'end',
  link: 'Reopen',
  title: 'Reopen this {dispute}',
  fields: [paragraphs('reason', 'Why is it reopened?', { missing: 'Enter why it is reopened' })],
  follows: ['It is the same {dispute} with a new round; what happened before stays.'],
  button: 'Reopen',
  done: 'Reopened.',
});
