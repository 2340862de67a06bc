import { number, paragraphs } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const takeEmergencyAccessForm = actForm({
  group: 'other',
  link: 'Take emergency access',
  title: 'Read a restricted record in an emergency',
  isForTheHidden: true,
  // Whether there is such a record at all is told only to a person who has put a reason on record, so nothing is tried before.
  isSentAtOnce: true,
  fields: [
    paragraphs('reason', 'Why can it not wait for somebody on its list?', { missing: 'Enter why it cannot wait' }),
    number('hours', 'For how many hours?', {
      hint: 'From 1 to 24. It ends by itself.',
      missing: 'Enter for how many hours',
    }),
  ],
  follows: [
    'Your reason is on record. Those who restricted it and information governance are told, with everything that you open.',
  ],
  button: 'Take emergency access',
  done: 'You may read it until your emergency access ends.',
});
