import { line, list, paragraphs } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const restrictForm = actForm({
  group: 'end',
  link: 'Restrict who reads it',
  title: 'Restrict who reads this',
  isAlsoForTheHidden: true,
  fields: [
    list('readers', 'Who may go on reading it?', {
      hint: 'Names, separated by commas. The IRO who holds it always reads it.',
      missing: 'Enter who may go on reading it',
    }),
    line('answeredBy', 'Who answers in place of those left out?', { isOptional: true }),
    paragraphs('reason', 'Why is it restricted?', { missing: 'Enter why it is restricted' }),
  ],
  follows: ['Nobody else reads it, whatever their post. Emergency access is on record.'],
  button: 'Restrict it',
  done: 'Restricted.',
});
