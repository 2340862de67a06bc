import { day, type Form, line, paragraphs, rows } from '../../web/forms/form.js';

export const closingDaysForm: Form = {
  title: 'Set the closing days',
  before: [
    'These are all days on which the council is closed besides the bank holidays. The list replaces the one before.',
  ],
  fields: [
    rows('days', 'Closing days', {
      each: 'Closing day',
      hint: 'Empty the boxes of a day to take it off the list.',
      isOptional: true,
      fields: [day('date', 'Day', { hint: 'For example, 29 12 2026', missing: 'Enter the day' })],
    }),
    paragraphs('reason', 'Why is the council closed?', { missing: 'Enter why the council is closed', rows: 2 }),
  ],
  follows: [
    'A date that comes later because of it is moved, and its record says why. No date comes earlier: one that had moved for a day that you take off the list stays where it is, for those who answer were told it.',
  ],
  button: 'Record the closing days',
  done: 'The closing days are on record.',
};

export const bankHolidaysForm: Form = {
  title: 'Enter bank holidays',
  before: [
    'For what GOV.UK has announced and this program does not know yet. One that was moved is removed where it was, and added where it is.',
  ],
  fields: [
    rows('add', 'Bank holidays to add', {
      each: 'Bank holiday',
      isOptional: true,
      fields: [
        day('date', 'Day', { hint: 'For example, 8 5 2026', missing: 'Enter the day' }),
        line('name', 'Name', { hint: 'As GOV.UK has it: New Year’s Day', missing: 'Enter its name' }),
      ],
    }),
    rows('remove', 'Bank holidays to remove', {
      each: 'Day that is no bank holiday after all',
      isOptional: true,
      fields: [day('date', 'Day', { missing: 'Enter the day' })],
    }),
    paragraphs('reason', 'Where do they come from?', { missing: 'Enter where they come from', rows: 2 }),
  ],
  follows: ['A date that comes later because of it is moved, and its record says why. No date comes earlier.'],
  button: 'Record the bank holidays',
  done: 'The bank holidays are on record.',
};
