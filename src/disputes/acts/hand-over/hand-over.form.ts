import { paragraphs, select } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const handOverForm = actForm({
  group: 'ask',
  link: 'Hand over to another IRO',
  title: 'Hand this over to another IRO',
  isAlsoForTheHidden: true,
  fields: [
    select('toIro', 'Who takes it over?', 'iros', { missing: 'Select who takes it over' }),
    paragraphs('reason', 'Why is it handed over?', { missing: 'Enter why it is handed over' }),
  ],
  follows: ['It stays counted under the IRO who raised it.'],
  button: 'Hand it over',
  done: 'Handed over.',
});
