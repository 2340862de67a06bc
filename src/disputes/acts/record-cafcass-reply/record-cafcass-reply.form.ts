import { day, oneOf, paragraphs } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const recordCafcassReplyForm = actForm({
  group: 'other',
  link: 'Record the reply of Cafcass',
  title: 'Record the reply of Cafcass',
  fields: [
    day('repliedOn', 'When did Cafcass reply?', {
      hint: 'For example, 27 3 2026',
      missing: 'Enter when Cafcass replied',
    }),
    oneOf(
      'reply',
      'What did Cafcass do?',
      {
        'asks-for-more': 'Asks for more',
        advises: 'Advises',
        negotiates: 'Negotiates with the council',
        declines: 'Declines',
        'issues-proceedings': 'Issues proceedings',
      },
      { missing: 'Select what Cafcass did' },
    ),
    paragraphs('summary', 'In words', { isOptional: true, rows: 4 }),
  ],
  follows: [
    'The IRO managers and the director are told of the reply.',
    'If Cafcass asks for more, it stays with the IRO to send it. While Cafcass negotiates, the referral goes on.',
    'If Cafcass advises, declines or issues proceedings, the referral is over, and everybody who was asked to answer is told so.',
  ],
  button: 'Record the reply',
  done: 'Reply recorded.',
});
