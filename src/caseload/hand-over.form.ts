import { type Form, line, list, paragraphs, rows, select } from '../web/forms/form.js';

export const handOverCaseloadForm: Form = {
  title: 'Hand over a caseload',
  before: ['For an IRO who leaves, or gives children to others. For somebody who comes back, arrange cover instead.'],
  fields: [
    line('fromIro', 'Whose caseload?', {
      hint: 'Their name, in office or not.',
      missing: 'Enter whose caseload is handed over',
    }),
    rows('shares', 'Who takes which part?', {
      each: 'Part',
      missing: 'Say who takes it',
      hint: 'Where one IRO takes everything, select that IRO and leave the lists empty. Where several share it, add a part for each and list what is theirs; whoever has no list takes the rest.',
      fields: [
        select('toIro', 'Who takes this part', 'iros', { missing: 'Select who takes this part' }),
        list('children', 'Record numbers of their children', {
          isOptional: true,
          hint: 'With all that is open about these children. Separate the numbers by commas.',
        }),
        list('disputes', 'References of single {disputes}', {
          isOptional: true,
          hint: 'Only what goes to somebody else than its child. Separate them by commas.',
        }),
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
};
