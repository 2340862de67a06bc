import { type Form, paragraphs } from '../../web/forms/form.js';

export const thankForm: Form = {
  title: 'Say thank you',
  fields: [paragraphs('text', 'A word back', { missing: 'Enter a word back', rows: 3 })],
  follows: ['Whoever gave it sees what you write.'],
  button: 'Say thank you',
  done: 'Thanks sent.',
  isSentAtOnce: true,
};
