import { paragraphs } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const refuseExtensionForm = actForm({
  group: 'now',
  link: 'Refuse more time',
  view: 'disputes/pages/more-time',
  title: 'Refuse more time',
  fields: [paragraphs('reason', 'Why?', { missing: 'Enter why' })],
  follows: ['The date stays as it is.'],
  button: 'Refuse more time',
  done: 'More time refused.',
});
