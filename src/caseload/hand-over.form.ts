import { type Form, line, list, paragraphs, rows, select } from '../web/forms/form.js';

export const handOverCaseloadForm: Form = {
  title: 'Hand over a caseload',
  before: ['For an IRO who leaves, or gives children to others. For somebody who comes back, arrange cover instead.'],
  fields: [
    line('fromIro', 'Whose caseload?', {
      hint: 'Their name, in office or not.',
      missing: 'Enter whose caseload is handed over',
    }),
    rows('shares', 'Who takes it?', {
      each: 'Share',
      missing: 'Say who takes it',
      hint: 'To one IRO, or shared among several. One share without a list takes all that no other share names.',
      fields: [
        select('toIro', 'To whom', 'iros', { missing: 'Select who takes it' }),
        list('children', 'Record numbers', {
          isOptional: true,
          hint: 'These children with all that is open about them, separated by commas.',
        }),
        list('disputes', 'References', { isOptional: true, hint: 'These alone, wherever their children go.' }),
      ],
    }),
    paragraphs('reason', 'Why is it handed over?', { missing: 'Enter why it is handed over', rows: 3 }),
  ],
  follows: [
    'The children and all that is open change hands now. Those who take them, and the managers of the children’s teams, are told.',
    'What was raised stays counted under the IRO who raised it.',
  ],
  button: 'Hand it over',
  done: 'Handed over.',
  // Each record changes hands by an act of its own, one after the other, so there is no trial of it.
  isSentAtOnce: true,
};
