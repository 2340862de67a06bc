import { paragraphs } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const addNoteForm = actForm({
  group: 'child',
  link: 'Add a note',
  title: 'Add a note',
  fields: [
    paragraphs('text', 'Your note', {
      hint: 'It is on the record with your name, and decides nothing.',
      missing: 'Enter your note',
    }),
  ],
  button: 'Add the note',
  done: 'Note added.',
  isSentAtOnce: true,
});
