import { day, oneOf, paragraphs } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const answerRequestToReadForm = actForm({
  group: 'other',
  link: 'Say who may read it',
  title: 'Somebody asks to read this',
  fields: [
    oneOf('person', 'Who?', 'asking-to-read', { missing: 'Choose who asked' }),
    oneOf(
      'answer',
      'May they read it?',
      { 'let-read': 'Yes, until a day', refuse: 'No' },
      { missing: 'Choose whether they may read it' },
    ),
    day('lastDay', 'The last day on which they may read it', {
      isOptional: true,
      hint: 'Within 90 days. Leave it empty where they may not.',
    }),
    paragraphs('reason', 'Why not?', { isOptional: true, hint: 'Leave it empty where they may.' }),
  ],
  follows: ['They are told. What they open is on record. You can answer again, and the latest answer counts.'],
  button: 'Send the answer',
  done: 'They are told.',
  begins: ({ requestsToRead = [] }) => {
    const [only, ...others] = requestsToRead.filter(({ askedOn }) => askedOn !== null);
    return only !== undefined && others.length === 0 ? { person: only.person.id } : {};
  },
});
