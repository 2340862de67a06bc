import { paragraphs } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const liftRestrictionForm = actForm({
  group: 'end',
  link: 'Lift the restriction',
  title: 'Lift the restriction',
  fields: [paragraphs('reason', 'Why is it lifted?', { missing: 'Enter why it is lifted' })],
  follows: ['Everybody reads it again whose post says so.'],
  button: 'Lift the restriction',
  done: 'Restriction lifted.',
});
