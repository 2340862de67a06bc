import { day, paragraphs } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const resumeClockForm = actForm({
  group: 'ask',
  link: 'Let the clock run on',
  title: 'Let the clock run on',
  fields: [
    paragraphs('reason', 'Why does it run on?', { missing: 'Enter why it runs on' }),
    day('lastDay', 'Last day on which it stood still', {
      isOptional: true,
      hint: 'Yesterday, unless you give another day.',
    }),
  ],
  button: 'Let it run on',
  done: 'The clock runs on.',
});
