import { select } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const takeOnForm = actForm({
  group: 'now',
  link: 'Take it on',
  title: 'Take on this imported {dispute}',
  fields: [
    select('team', 'Which team answers?', 'teams', {
      isOptional: true,
      hint: 'The team of each child today, unless you choose another.',
    }),
  ],
  button: 'Take it on',
  done: 'Taken on.',
});
