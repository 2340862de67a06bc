import { paragraphs, select } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const takeBackEntryForm = actForm({
  group: 'end',
  link: 'Take back an entry',
  title: 'Take back an entry that was a mistake',
  fields: [
    select('entry', 'Which entry?', 'entries', { areNumbers: true, missing: 'Select the entry' }),
    paragraphs('reason', 'Why is it taken back?', { missing: 'Enter why it is taken back' }),
  ],
  follows: [
    'It stays on record, marked as a mistake, and counts no more. What followed from it by itself goes with it.',
  ],
  button: 'Take it back',
  done: 'Entry taken back.',
});
