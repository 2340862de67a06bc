import { day, line, oneOf } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const noteFilingForm = actForm({
  group: 'child',
  link: 'Note that it was filed',
  title: 'Note that a copy was filed',
  fields: [
    oneOf('child', 'On whose record?', 'children', { missing: 'Select the child' }),
    line('where', 'Where?', {
      hint: 'For example, case notes in the case system.',
      missing: 'Enter where it was filed',
    }),
    day('filedOn', 'When?', { hint: 'For example, 27 3 2026', missing: 'Enter when it was filed' }),
  ],
  button: 'Note that it was filed',
  done: 'Filing noted.',
  isSentAtOnce: true,
});
