import { oneOf, paragraphs } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const changeLevelForm = actForm({
  group: 'end',
  link: 'Change how pressing it is',
  title: 'Change how pressing it is',
  before: [
    'While the answer is still in time, its clock starts anew with the time of the new level. A date that has passed stays missed.',
  ],
  fields: [
    oneOf('level', 'How pressing is it?', 'other-levels', { missing: 'Select how pressing it is' }),
    paragraphs('reason', 'Why is it changed?', { missing: 'Enter why it is changed' }),
  ],
  button: 'Change it',
  done: 'Changed.',
});
