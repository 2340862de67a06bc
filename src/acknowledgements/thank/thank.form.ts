import { type Form, paragraphs } from '../../web/forms/form.js';

export const thankForm: Form = {
  title: 'Say thank you',
  fields: [paragraphs('text', 'A word back', { missing: 'Enter a word back', rows: 3 })],
  follows: ['Whoever gave it is told, and sees what you write. So do those whom it thanks, and their manager.'],
  button: 'Say thank you',
  done: 'Sent to whoever gave it. Those whom it thanks, and their manager, read it on its page.',
  isSentAtOnce: true,
};
