import { oneOf, paragraphs, someOf } from '../../../web/forms/form.js';
import { outcomeAsChoice } from '../../codes-in-words.js';
import { RESOLUTION_OUTCOMES } from '../../events.js';
import { actForm } from '../../pages/act-form.js';

export const resolveForm = actForm({
  group: 'now',
  link: 'Resolve',
  title: 'Close this {dispute} as resolved',
  fields: [
    oneOf(
      'outcome',
      'How was it resolved?',
      Object.fromEntries(RESOLUTION_OUTCOMES.map((outcome) => [outcome, outcomeAsChoice(outcome)])),
      { missing: 'Select how it was resolved' },
    ),
    someOf('impact', 'What changed for the child?', 'impacts', {
      missing: 'Select what changed, or that nothing has changed yet',
    }),
    paragraphs('impactNote', 'In your own words', {
      isOptional: true,
      rows: 3,
      hint: 'What is different for the child now.',
    }),
  ],
  follows: [
    'It leaves everybody’s work. Actions that are not done stay on the work of those who do them. It can be reopened.',
  ],
  button: 'Resolve',
  done: 'Resolved.',
  showsRecord: true,
});
