import { day, paragraphs, yesOrNo } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const recordChildViewForm = actForm({
  group: 'child',
  link: 'Record what the child says',
  title: 'Record what the child says',
  fields: [
    paragraphs('view', 'What does the child want, in their own words?', { isOptional: true, rows: 4 }),
    yesOrNo('told', 'Has the child been told about this?', { isOptional: true }),
    day('toldOn', 'When was the child told?', { isOptional: true, hint: 'For example, 27 3 2026' }),
    yesOrNo('advocateOffered', 'Was an advocate offered?', { isOptional: true }),
    day('advocateOfferedOn', 'When was the advocate offered?', { isOptional: true, hint: 'For example, 27 3 2026' }),
  ],
  button: 'Record it',
  done: 'What the child says is recorded.',
  isSentAtOnce: true,
});
