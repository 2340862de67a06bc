import { paragraphs } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const unfreezeForm = actForm({
  group: 'now',
  link: 'Let it go on',
  title: 'Let this go on after the child’s death',
  fields: [paragraphs('reason', 'Why does it go on?', { missing: 'Enter why it goes on' })],
  follows: ['Dates count again. The clock of the answer gets back the days on which it stood still.'],
  button: 'Let it go on',
  done: 'It goes on.',
});
