import { type Form, list, paragraphs } from '../../web/forms/form.js';

export const moveToChildForm: Form = {
  title: 'Move this to the child whom it is about',
  fields: [
    list('children', 'Record number or initials of the child', {
      missing: 'Enter the record number or the initials of the child',
      hint: 'For several children, separate them by commas.',
    }),
    paragraphs('reason', 'How did it come to stand with another child?', {
      missing: 'Enter how it came to stand with another child',
    }),
  ],
  follows: ['It is counted under the team of the right child. Whoever may not see that child sees it no more.'],
  button: 'Move it',
  done: 'Moved.',
};
