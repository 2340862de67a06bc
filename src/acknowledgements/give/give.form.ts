import { type Form, line, list, oneOf, paragraphs, rows, yesOrNo } from '../../web/forms/form.js';

export const giveForm: Form = {
  title: 'Acknowledge good practice',
  fields: [
    list('children', 'Record number or initials of the child', {
      hint: 'For several children, separate them by commas.',
      missing: 'Enter the record number or the initials of the child',
    }),
    rows('people', 'Who did well?', {
      each: 'Person',
      isOptional: true,
      hint: 'Choose somebody of the council from the names that are offered as you type: they are told. Other names are kept, and nobody is told.',
      fields: [
        line('name', 'Name', { isOptional: true, suggests: 'people-in-office' }),
        line('agency', 'Agency', { isOptional: true, hint: 'Only for somebody of another agency.' }),
      ],
    }),
    yesOrNo('wholeTeam', 'Is the whole team thanked?', { isOptional: true }),
    oneOf('theme', 'Theme', 'acknowledgement-themes', { missing: 'Select the theme' }),
    paragraphs('whatTheyDid', 'What did they do well?', { missing: 'Enter what they did well' }),
    paragraphs('differenceForChild', 'What difference did it make for the child?', { isOptional: true, rows: 4 }),
  ],
  follows: ['Nobody need answer.'],
  button: 'Send the {acknowledgement}',
  done: 'Sent.',
};
