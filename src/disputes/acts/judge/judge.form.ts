import { oneOf, paragraphs, someOf } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const judgeForm = actForm({
  group: 'now',
  link: 'Say if you are satisfied',
  title: 'Are you satisfied with the answer?',
  fields: [
    oneOf(
      'verdict',
      'Are you satisfied?',
      { satisfied: 'Satisfied', partly: 'Partly satisfied', not: 'Not satisfied' },
      { missing: 'Select whether you are satisfied' },
    ),
    paragraphs('reason', 'Why?', { missing: 'Enter why' }),
    someOf('actionsThatStand', 'If partly: which actions stand?', 'offered-actions', {
      isOptional: true,
      hint: 'They are agreed and followed up; the rest goes on.',
      areNumbers: true,
    }),
    oneOf('goesUp', 'If not, or in part: does it go up now?', 'goes-up', {
      isOptional: true,
      isAskedIfAny: true,
      hint: 'It goes up with the reason above.',
    }),
  ],
  follows: ['The answer cannot be changed. Only you can change your view.'],
  button: 'Send',
  done: 'Your view of the answer is saved.',
  showsRecord: true,
  saysWhoHasIt: true,
});
