import { oneOf, paragraphs } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const correctPopulationForm = actForm({
  group: 'end',
  link: 'Correct whether the child is looked after',
  title: 'Correct whether the child is looked after',
  fields: [
    oneOf('to', 'The child is', 'populations', { missing: 'Select what the child is' }),
    paragraphs('reason', 'How is that known?', { missing: 'Enter how that is known' }),
  ],
  button: 'Correct it',
  done: 'Corrected.',
});
