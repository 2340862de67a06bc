import { paragraphs } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const askToReadForm = actForm({
  group: 'other',
  link: 'Ask to read it',
  title: 'Ask to read this {dispute}',
  isForTheHidden: true,
  isOnTheOutline: true,
  isSentAtOnce: true,
  fields: [paragraphs('reason', 'What do you need to read it for?', { missing: 'Enter what you need it for' })],
  follows: ['An IRO manager lets you read it until a day, or says why not. What you ask stands in its history.'],
  button: 'Ask to read it',
  done: 'You have asked to read it. An IRO manager answers.',
});
