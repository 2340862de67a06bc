import { type Form, line, paragraphs, rows, select } from '../../web/forms/form.js';
import { EXPORTED_ACKNOWLEDGEMENTS, EXPORTED_DISPUTES } from '../export/layout.js';

/** The headings of a register as it is written out, each once; a reference is never another's. */
const COLUMNS = Object.fromEntries(
  [...Object.values(EXPORTED_DISPUTES), ...Object.values(EXPORTED_ACKNOWLEDGEMENTS)]
    .filter((heading) => heading !== EXPORTED_DISPUTES.reference)
    .map((heading) => [heading, heading]),
);

export const correctRowForm: Form = {
  title: 'Correct a row of a register',
  before: [
    'A row that nobody has taken on is corrected here, also one that has ended. What was taken on is corrected on its own page.',
  ],
  fields: [
    line('row', 'Which row?', {
      hint: 'Its reference here, or the one that the register has',
      missing: 'Enter the reference of the row',
    }),
    rows('cells', 'What should it say?', {
      missing: 'Enter at least one column, and what it should say',
      each: 'Cell',
      fields: [
        select('column', 'Column', COLUMNS, { missing: 'Select the column' }),
        line('value', 'What it should say', {
          hint: 'As in a file of the register. Leave it empty to empty the cell.',
          isOptional: true,
        }),
      ],
    }),
    paragraphs('reason', 'Why is it corrected?', { rows: 2, missing: 'Enter why it is corrected' }),
  ],
  follows: [
    'The row as it was read in stays on record, and the figures say how many rows were corrected, and why.',
    'A correction that no row of a register could say is refused.',
  ],
  button: 'Correct the row',
  done: 'Corrected.',
};
