import { type Form, paragraphs, select } from '../../../web/forms/form.js';

export const drawSampleForm: Form = {
  title: 'Draw three {disputes} at random',
  before: ['Chance chooses among the {disputes} that the IRO raised in the quarter. You cannot choose.'],
  fields: [
    select('iro', 'IRO', 'iros', { missing: 'Select the IRO' }),
    select('quarter', 'Quarter', 'quarters', { missing: 'Select the quarter' }),
    paragraphs('reason', 'Why another three are needed', {
      isOptional: true,
      rows: 2,
      hint: 'Only where some were drawn for this quarter already. Without a reason these stay as they are.',
    }),
  ],
  follows: ['Which they are, and that you had them drawn, stays on record for those who lead the IRO service.'],
  button: 'Draw three',
  done: 'The sample stands below.',
  isSentAtOnce: true,
};
