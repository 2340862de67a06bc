import { day, paragraphs } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const recordAgencyReplyForm = actForm({
  group: 'other',
  link: 'Record what the agency said',
  title: 'Record what the agency said',
  fields: [
    day('repliedOn', 'When did it reply?', { hint: 'For example, 27 3 2026', missing: 'Enter when it replied' }),
    paragraphs('summary', 'What did it say?', { missing: 'Enter what it said' }),
  ],
  button: 'Record the reply',
  done: 'Reply recorded.',
});
