import { day, paragraphs } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const askForExtensionForm = actForm({
  group: 'ask',
  link: 'Ask for more time',
  view: 'disputes/pages/more-time',
  title: 'Ask for more time',
  fields: [
    day('askedFor', 'New date', { hint: 'For example, 27 3 2026', missing: 'Enter the date you ask for' }),
    paragraphs('reason', 'Why more time is needed', { missing: 'Enter why more time is needed' }),
  ],
  follows: ['Until it is decided the date stays as it is, and the first date always counts beside a later one.'],
  button: 'Ask for more time',
  done: 'More time asked for.',
});
