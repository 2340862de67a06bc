import { day, paragraphs } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const giveNewDateForm = actForm({
  group: 'now',
  link: 'Give a new date',
  title: 'Ask once more, by a new date',
  before: ['Nobody answered in time. You can ask once more, or make it formal.'],
  fields: [
    day('dueOn', 'By when is the answer needed now?', { hint: 'For example, 27 3 2026' }),
    paragraphs('reason', 'Why do you ask once more?', { missing: 'Enter why you ask once more', rows: 3 }),
  ],
  follows: ['The date that was missed stays missed, and counts beside the new one.'],
  button: 'Give the new date',
  done: 'New date given.',
});
