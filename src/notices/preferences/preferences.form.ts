import { type Form, oneOf } from '../../web/forms/form.js';

/** How somebody is told. It is their own: nobody chooses for another. */
export const preferencesForm: Form = {
  title: 'Choose how you are told',
  before: [
    'What is yours to do always comes. What is only for you to know can come once a day, or not at all.',
    'A digest comes at 8am on working days.',
  ],
  fields: [
    oneOf('theirsToDo', 'What is yours to do', {
      'at-once': 'An e-mail at once',
      'daily-digest': 'Once a day, in a digest',
    }),
    oneOf('forInformation', 'What is for you to know', {
      'at-once': 'An e-mail at once',
      'daily-digest': 'Once a day, in a digest',
      none: 'Not at all',
    }),
  ],
  button: 'Save',
  done: 'Saved how you are told.',
  isSentAtOnce: true,
};
