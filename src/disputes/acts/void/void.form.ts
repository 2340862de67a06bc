import { line, oneOf, paragraphs } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const voidForm = actForm({
  group: 'end',
  link: 'Cancel: raised in error',
  title: 'Cancel: raised in error',
  fields: [
    oneOf(
      'because',
      'What was wrong?',
      {
        'raised-in-error': 'It was raised in error',
        duplicate: 'It is a duplicate',
        'wrong-child': 'It is about another child',
      },
      { missing: 'Select what was wrong' },
    ),
    line('duplicateOf', 'Of which {dispute}?', {
      isOptional: true,
      hint: 'The reference of the one that counts, where it is a duplicate.',
    }),
    paragraphs('reason', 'What happened?', { missing: 'Enter what happened' }),
  ],
  follows: ['It is not counted. It stays on record, seen by those who answer for the IRO service.'],
  button: 'Cancel it',
  done: 'Cancelled.',
});
