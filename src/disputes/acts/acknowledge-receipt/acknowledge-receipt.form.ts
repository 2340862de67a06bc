import { paragraphs } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const acknowledgeReceiptForm = actForm({
  group: 'now',
  link: 'Say that it has reached you',
  title: 'Say that this has reached you',
  fields: [
    paragraphs('note', 'A word with it', {
      isOptional: true,
      hint: 'Who looks into it, or when to expect an answer.',
      rows: 3,
    }),
  ],
  follows: ['The IRO sees that it has reached you. The date for the answer stays.'],
  button: 'Say that it has reached you',
  done: 'You have said that it has reached you.',
  isSentAtOnce: true,
});
