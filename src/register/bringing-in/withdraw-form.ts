import { type Form, paragraphs } from '../../web/forms/form.js';

export const withdrawForm: Form = {
  title: 'Take this register back',
  fields: [paragraphs('reason', 'Why is it taken back?', { rows: 2, missing: 'Enter why it is taken back' })],
  follows: [
    'Its rows are counted no more. They stay readable, marked as withdrawn, with the reason.',
    'The same files can be read in again.',
  ],
  button: 'Take it back',
  done: 'The register is taken back.',
  isSentAtOnce: true,
};
