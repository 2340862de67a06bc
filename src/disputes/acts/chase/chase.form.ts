import { line } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const chaseForm = actForm({
  group: 'now',
  link: 'Chase',
  title: 'Chase the answer',
  fields: [
    line('how', 'How did you chase it?', {
      hint: 'By telephone, by message, in passing.',
      missing: 'Enter how you chased it',
    }),
  ],
  follows: ['Those who must answer see that they were chased. No date changes.'],
  button: 'Record the chase',
  done: 'Chase recorded.',
  isSentAtOnce: true,
});
