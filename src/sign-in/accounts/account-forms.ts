import { type Form, paragraphs, select } from '../../web/forms/form.js';

export const tieAccountForm: Form = {
  title: 'Say whose account this is',
  before: [
    'Ask the person before you say so. An e-mail address can have belonged to somebody else, and the name that an account shows proves nothing.',
  ],
  fields: [select('person', 'Whose account is it?', 'people', { missing: 'Select whose account it is' })],
  follows: [
    'Whoever signs in with this account is then that person, and nobody else is by it.',
    'Once the council is open, a second person agrees first where the person reads cases by their post.',
    'The person, whoever had the account before, and the posts above them are told.',
  ],
  button: 'Say whose account it is',
  done: 'The account signs them in from now on.',
  // A person who agrees looks at it once more; nothing is sent on by itself.
  isSentAtOnce: true,
};

export const untieAccountForm: Form = {
  title: 'Stop this account from signing anybody in',
  fields: [paragraphs('reason', 'Why?', { rows: 2, missing: 'Enter why the account signs nobody in any more' })],
  follows: [
    'It opens nothing at the next request. The person and the posts above them are told.',
    'Whoever it belongs to can be signed in by it again, by the same act as the first time.',
  ],
  button: 'Stop the account',
  done: 'The account signs nobody in any more.',
  isSentAtOnce: true,
};
