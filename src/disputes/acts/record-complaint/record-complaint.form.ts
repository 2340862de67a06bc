import { day, line, oneOf } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const recordComplaintForm = actForm({
  group: 'child',
  link: 'Record how the complaint stands',
  title: 'Record how the complaint stands',
  fields: [
    line('complaint', 'Number of the complaint', {
      missing: 'Enter the number of the complaint',
      hint: 'As it is linked.',
    }),
    oneOf(
      'state',
      'How does it stand?',
      {
        open: 'It is open again',
        upheld: 'Upheld',
        'partly-upheld': 'Upheld in part',
        'not-upheld': 'Not upheld',
        withdrawn: 'Withdrawn',
      },
      { missing: 'Select how it stands' },
    ),
    day('on', 'Since when?', { hint: 'For example, 27 3 2026', missing: 'Enter the day' }),
  ],
  button: 'Record it',
  done: 'Recorded.',
  isSentAtOnce: true,
});
