import { type Form, someOf } from '../../web/forms/form.js';

/** As many as one request names. */
export const MOST_AT_ONCE = 100;

export const takeOnManyForm: Form = {
  title: 'Take on {disputes} from a register',
  before: [
    'These are open by the register that was read in, and nobody works on them yet. Nothing is due from them before somebody takes them on.',
  ],
  fields: [
    someOf('references', `Which are taken on? The oldest come first, ${MOST_AT_ONCE} at most`, 'not-taken-on', {
      missing: 'Select those that are taken on',
    }),
  ],
  follows: [
    'Each has somebody who must answer from today, in the team that its children have today, and a date.',
    'Those who must answer are told. The dates of the register stay on record.',
  ],
  button: 'Take them on',
  done: 'Taken on.',
  isSentAtOnce: true,
};
