import { oneOf, paragraphs } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const recordIroViewForm = actForm({
  group: 'child',
  link: 'Record the IRO’s own view',
  title: 'Record your own view of how this stands',
  fields: [
    oneOf(
      'view',
      'Are you satisfied?',
      { satisfied: 'Satisfied', partly: 'Partly satisfied', not: 'Not satisfied' },
      { missing: 'Select whether you are satisfied' },
    ),
    paragraphs('reason', 'Why?', { missing: 'Enter why' }),
  ],
  follows: ['It stands beside what others say of the answer, on record and in the figures.'],
  button: 'Record your view',
  done: 'Your view is recorded.',
  showsRecord: true,
});
