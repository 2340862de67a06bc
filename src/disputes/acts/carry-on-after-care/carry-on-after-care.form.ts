import { paragraphs } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const carryOnAfterCareForm = actForm({
  group: 'now',
  link: 'Carry on after care',
  title: 'Carry on after the child has left care',
  fields: [paragraphs('reason', 'Why does it go on?', { missing: 'Enter why it goes on' })],
  follows: ['Dates and stages stay as they are.'],
  button: 'Carry on',
  done: 'It goes on.',
});
