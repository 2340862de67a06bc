import { paragraphs } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const refuseToSendBackForm = actForm({
  group: 'now',
  link: 'Keep it at this stage',
  title: 'Keep this at its stage',
  fields: [paragraphs('reason', 'Why does it stay?', { missing: 'Enter why it stays' })],
  follows: ['The date stays as it is.'],
  button: 'Keep it at this stage',
  done: 'It stays at this stage.',
});
