import { day, paragraphs } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const askForEarlierDateForm = actForm({
  group: 'ask',
  link: 'Ask for an earlier date',
  title: 'Ask for an earlier date',
  fields: [
    day('askedFor', 'When is the answer needed?', { hint: 'For example, 27 3 2026' }),
    paragraphs('reason', 'Why can it not wait?', { missing: 'Enter why it cannot wait' }),
  ],
  follows: [
    'The answer is due by that day from now on, and those who answer are told. The first date stays beside it, and an answer by then still counts as in time for the first.',
  ],
  button: 'Ask for the earlier date',
  done: 'The answer is due by the earlier date now. Those who answer are told.',
});
