import { type Form, paragraphs } from '../../web/forms/form.js';

export const takeThanksBackForm: Form = {
  title: 'Take your thanks back',
  fields: [
    paragraphs('reason', 'Why are your thanks taken back?', { missing: 'Enter why your thanks are taken back' }),
  ],
  follows: [
    'What you wrote stays on record, marked as taken back, with the reason. Whoever gave the {acknowledgement} is told.',
  ],
  button: 'Take your thanks back',
  done: 'Your thanks are taken back.',
};
