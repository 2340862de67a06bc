import { oneOf, paragraphs, someOf } from '../../../web/forms/form.js';
import { outcomeAsChoice } from '../../codes-in-words.js';
import { actForm } from '../../pages/act-form.js';

export const endOtherwiseForm = actForm({
  group: 'end',
  link: 'End it for another reason',
  title: 'End this {dispute} for another reason',
  fields: [
    oneOf(
      'outcome',
      'How does it end?',
      Object.fromEntries(['ENDED-CARE', 'TO-CAF'].map((outcome) => [outcome, outcomeAsChoice(outcome)])),
      { missing: 'Select how it ends' },
    ),
    paragraphs('reason', 'Why does it end so?', { missing: 'Enter why it ends so' }),
    someOf('impact', 'What changed for the child?', 'impacts', {
      missing: 'Select what changed, or that nothing has changed yet',
    }),
  ],
  follows: ['Nobody is asked to answer or to decide any more. It can be reopened.'],
  button: 'End it',
  done: 'The {dispute} has ended.',
});
