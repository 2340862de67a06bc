import { type Form, paragraphs } from '../../web/forms/form.js';
import { giveForm } from '../give/give.form.js';

export const correctForm: Form = {
  title: 'Correct this {acknowledgement}',
  before: ['What you leave empty stays as it was.'],
  fields: [...giveForm.fields, paragraphs('reason', 'Why is it corrected?', { missing: 'Enter why it is corrected' })],
  follows: ['The people named see the corrected version. The one before stays on record.'],
  button: 'Correct it',
  done: 'Corrected.',
};
