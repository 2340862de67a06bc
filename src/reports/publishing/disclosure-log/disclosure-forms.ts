import { day, type Field, type Form, line, number, oneOf, paragraphs, rows, select } from '../../../web/forms/form.js';
import { RECORDS_IN_WORDS } from '../in-words.js';
import { DISCLOSURE_IN_WORDS } from './in-words.js';

const toWhom: readonly Field[] = [
  oneOf('kind', 'How did they leave the council?', DISCLOSURE_IN_WORDS),
  day('on', 'On which day?'),
  line('recipient', 'Who has them?', { hint: 'In general words, such as “a newspaper”: name nobody.' }),
  line('requestNumber', 'Under which number is the request kept?', { isOptional: true }),
];

const FOLLOWS =
  'In every report whose figures are taken from now on, what follows from these numbers is kept too. Reports that are published already stay as they are.';

export const enterDisclosureForm: Form = {
  title: 'Enter figures that were given out',
  before: ['For answers to requests for information, and other releases that were no report here.'],
  fields: [
    ...toWhom,
    select('records', 'What do they count?', RECORDS_IN_WORDS),
    day('from', 'First day of the records that were counted'),
    day('to', 'Last day'),
    rows('figures', 'The numbers', {
      each: 'Number',
      hint: 'Each as it was told, also one that was too small to tell. Leave out the team, theme or quarter where it counts all of them.',
      fields: [
        select('team', 'Team', 'teams', { isOptional: true }),
        select('theme', 'Theme', 'themes', { isOptional: true }),
        line('quarter', 'Quarter', { isOptional: true, hint: 'As 2022/23 Q1' }),
        number('number', 'The number'),
      ],
    }),
  ],
  follows: [FOLLOWS],
  button: 'Enter them',
  done: 'Entered. What is known by it counts in every later report.',
};

export const enterEditionForm: Form = {
  title: 'Enter that this report was given to others',
  before: ['For readers for whom it was not published: a paper of a board that was given on request.'],
  fields: toWhom,
  follows: [FOLLOWS],
  button: 'Enter it',
  done: 'Entered. What this edition says counts as known in every later report.',
};

export const withdrawDisclosureForm: Form = {
  title: 'Withdraw an entry',
  before: ['Only where the entry was wrong: what was given out stays known.'],
  fields: [paragraphs('reason', 'Why was it wrong?', { rows: 3, missing: 'Enter why the entry was wrong' })],
  follows: ['It stays readable here, and counts in no report whose figures are taken from now on.'],
  button: 'Withdraw it',
  done: 'Withdrawn.',
};
