import { type Form, number, paragraphs, line, select, yesOrNo } from '../../web/forms/form.js';

export const noteFigureForm: Form = {
  title: 'Put a note on a figure',
  before: [
    'It stands in the report of the year for everybody who reads it. The newest note on a figure stands in the place of the one before.',
  ],
  fields: [
    select('measure', 'Which figure?', 'figures-of-the-year', { missing: 'Select the figure' }),
    paragraphs('note', 'What must its readers know?', {
      rows: 3,
      hint: 'For example that rows were lost, or that a team was restructured. Name no child and nobody.',
      missing: 'Enter what its readers must know',
    }),
    yesOrNo('comparable', 'May it be compared with other years?', {
      missing: 'Select whether it may be compared with other years',
    }),
  ],
  button: 'Put the note',
  done: 'The note stands in the report.',
};

export const enterPublishedTotalForm: Form = {
  title: 'Enter a total that was published',
  before: [
    'For a year of which the program has no rows: it then stands beside the years that it counts, as what was printed.',
  ],
  fields: [
    select('measure', 'Which figure?', 'figures', { missing: 'Select the figure' }),
    number('value', 'What was published', { missing: 'Enter the number that was published' }),
    line('source', 'Where is it printed?', {
      hint: 'So that a reader can look it up: the report and its page.',
      missing: 'Enter where it is printed',
    }),
  ],
  button: 'Enter the total',
  done: 'The total stands in the report.',
};
