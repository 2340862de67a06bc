import { type Form, paragraphs } from '../../web/forms/form.js';

export const agreeForm: Form = {
  title: 'Agree as the second person',
  fields: [],
  follows: [
    'It counts at once. Whoever it is about, whoever proposed it, and the posts above them are told that you agreed.',
  ],
  button: 'Agree',
  done: 'Agreed. It counts from now on.',
  isSentAtOnce: true,
};

export const refuseForm: Form = {
  title: 'Refuse what was proposed',
  fields: [paragraphs('reason', 'Why?', { rows: 2, missing: 'Enter why you refuse' })],
  follows: ['Nothing changes. Whoever proposed it sees your reason.'],
  button: 'Refuse',
  done: 'Refused. Nothing has changed.',
  isSentAtOnce: true,
};

export const takeBackForm: Form = {
  title: 'Take back what you proposed',
  fields: [paragraphs('reason', 'Why?', { rows: 2, missing: 'Enter why you take it back' })],
  follows: ['Nothing changes, and nobody can agree to it any more.'],
  button: 'Take it back',
  done: 'Taken back. Nothing has changed.',
  isSentAtOnce: true,
};
