import { paragraphs } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const continueAfterCareForm = actForm({
  group: 'now',
  link: 'Continue after care',
  title: 'Continue after the child has left care',
  fields: [paragraphs('reason', 'Why does it go on?', { missing: 'Enter why it goes on' })],
  follows: ['Dates and stages stay as they are.'],
  button: 'Continue',
  done: 'It goes on.',
});
