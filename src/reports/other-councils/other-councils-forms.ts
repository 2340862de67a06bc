import { day, type Field, type Form, line, number, paragraphs, rows, select } from '../../web/forms/form.js';

const which: readonly Field[] = [
  line('council', 'Which council published it?', { missing: 'Enter the council' }),
  line('year', 'For which financial year?', { hint: 'As 2022/23', missing: 'Enter the financial year' }),
  select('measure', 'Which figure?', 'measures', { missing: 'Select the figure' }),
];

const printed: readonly Field[] = [
  number('value', 'The number, as it is printed', { missing: 'Enter the number' }),
  number('children', 'Children looked after, as that council published it', {
    isOptional: true,
    hint: 'Without it there is no rate to compare.',
  }),
  line('source', 'Where is it printed?', { hint: 'The report and its page.', missing: 'Enter where it is printed' }),
  day('publishedOn', 'When was it published?', { missing: 'Enter when it was published' }),
  line('definition', 'What does it count there?', {
    hint: 'In the words of that council: it may count otherwise than this one.',
    missing: 'Enter what it counts',
  }),
];

const reason = (label: string, missing: string): Field => paragraphs('reason', label, { rows: 3, missing });

export const enterOtherCouncilsForm: Form = {
  title: 'Enter figures that other councils have published',
  before: ['They stand beside this council’s own as rates, marked with who published them, and are never ranked.'],
  fields: [rows('figures', 'Figures', { each: 'Figure', fields: [...which, ...printed] })],
  button: 'Enter them',
  done: 'Entered.',
};

export const correctOtherCouncilForm: Form = {
  title: 'Correct a figure of another council',
  before: ['Enter the whole of it anew, as it is printed. What stood before stays on record.'],
  fields: [...which, ...printed, reason('What was wrong with it?', 'Enter what was wrong with it')],
  button: 'Correct it',
  done: 'Corrected.',
};

export const withdrawOtherCouncilForm: Form = {
  title: 'Withdraw a figure of another council',
  fields: [...which, reason('Why is it withdrawn?', 'Enter why it is withdrawn')],
  follows: ['It stands beside this council’s own no more. What was entered stays on record.'],
  button: 'Withdraw it',
  done: 'Withdrawn.',
};
