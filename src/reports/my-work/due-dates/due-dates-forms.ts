import type { Form } from '../../../web/forms/form.js';

const WHAT_IT_SHOWS =
  'A calendar lies outside of the council’s care. So it shows references, what is asked and by when, and no child, no person and no word that was written.';

export const makeAddressForm: Form = {
  title: 'Make a secret address for your calendar',
  before: [WHAT_IT_SHOWS],
  fields: [],
  follows: [
    'Whoever has the address sees your due dates, without signing in. Give it to your calendar and to nobody else.',
    'The address that you had before, if there is one, opens nothing any more.',
  ],
  button: 'Make the address',
  done: 'Your address is ready. Copy it into your calendar.',
  isSentAtOnce: true,
};

export const endAddressForm: Form = {
  title: 'End the address of your due dates',
  fields: [],
  follows: ['Your calendar finds nothing there any more. You can make a new address at any time.'],
  button: 'End the address',
  done: 'The address opens nothing any more.',
  isSentAtOnce: true,
};
