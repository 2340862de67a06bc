import { paragraphs } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const grantExtensionForm = actForm({
  group: 'now',
  link: 'Give more time',
  view: 'disputes/pages/more-time',
  title: 'Give more time',
  fields: [paragraphs('reason', 'A word with it', { isOptional: true, rows: 3 })],
  follows: ['The first date stays beside the new one, and lateness is told against both.'],
  button: 'Give more time',
  done: 'More time given.',
});
