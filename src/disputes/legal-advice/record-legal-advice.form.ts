import { day, paragraphs } from '../../web/forms/form.js';
import { actForm } from '../pages/act-form.js';

export const recordLegalAdviceForm = actForm({
  group: 'other',
  link: 'Record legal advice',
  title: 'Record privileged legal advice',
  before: ['Seen by the IRO and the IRO’s manager alone: it is on no other page, in no export and in no print.'],
  fields: [
    day('takenOn', 'When was it taken?', { hint: 'For example, 27 3 2026', missing: 'Enter when it was taken' }),
    paragraphs('advice', 'The advice', { missing: 'Enter the advice' }),
  ],
  button: 'Record the advice',
  done: 'Advice recorded.',
});
