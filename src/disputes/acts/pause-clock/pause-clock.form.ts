import { day, paragraphs } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const pauseClockForm = actForm({
  group: 'ask',
  link: 'Pause the clock',
  title: 'Pause the clock',
  fields: [
    paragraphs('reason', 'Why does the clock stand still?', { missing: 'Enter why the clock stands still' }),
    day('firstDay', 'First day on which it stands still', {
      isOptional: true,
      hint: 'Today, unless you give another day.',
    }),
    day('lastDay', 'Last day on which it stands still', {
      isOptional: true,
      hint: 'Only where the pause is over already.',
    }),
  ],
  follows: ['The limit over all stages runs on.'],
  button: 'Pause the clock',
  done: 'Clock paused.',
});
