import { day, line } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const takeToAgencyForm = actForm({
  group: 'other',
  link: 'Take to another agency',
  title: 'Take this to another agency',
  fields: [
    line('agency', 'Which agency?', { missing: 'Enter which agency' }),
    day('sentOn', 'When was it sent?', { hint: 'For example, 27 3 2026', missing: 'Enter when it was sent' }),
    day('dueOn', 'By when does its own policy have it reply?', { isOptional: true }),
  ],
  follows: ['The stages inside the council keep running. It has a clock of its own, and is counted apart.'],
  button: 'Record it',
  done: 'Recorded that it went to another agency.',
});
