import { day, paragraphs } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const recordAgencyReplyForm = actForm({
  group: 'other',
  link: 'Record what the agency said, or that it did not reply',
  title: 'Record what the agency said, or that it did not reply',
  fields: [
    day('repliedOn', 'When did it reply?', {
      hint: 'For example, 27 3 2026. Leave it empty if no reply came: you can then go to its next level, or to another agency.',
      isOptional: true,
    }),
    paragraphs('summary', 'What did it say, or what was done to get a reply?', {
      missing: 'Enter what it said, or what was done to get a reply',
    }),
  ],
  button: 'Record it',
  done: 'Recorded.',
});
