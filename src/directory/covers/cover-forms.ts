import { day, type Form, paragraphs, select } from '../../web/forms/form.js';

const A_DAY = 'For example, 27 3 2026';

export const arrangeCoverForm: Form = {
  title: 'Arrange cover',
  fields: [
    select('iro', 'Who is away?', 'iros', { missing: 'Select who is away' }),
    select('by', 'Who stands in?', 'iros', { missing: 'Select who stands in' }),
    day('from', 'From', { hint: A_DAY, missing: 'Enter the first day' }),
    day('to', 'The last day', { hint: A_DAY, missing: 'Enter the last day' }),
    paragraphs('reason', 'Why?', { isOptional: true, rows: 2 }),
  ],
  follows: [
    'From the first day to the last they see what needs the one who is away beside their own, and may act for them.',
    'What they do is recorded as done by them.',
    'The children and what is open stay with the one who is away.',
  ],
  button: 'Arrange the cover',
  done: 'Cover arranged.',
};

export const endCoverForm: Form = {
  title: 'End a cover early',
  fields: [
    select('iro', 'Whose cover ends?', 'covers', { missing: 'Select whose cover ends' }),
    day('on', 'The last day of the cover', {
      hint: 'A day on which it runs. On the day itself it ends at once.',
      missing: 'Enter the last day',
    }),
  ],
  follows: ['From then on nobody stands in for them.'],
  button: 'End the cover',
  done: 'Cover ended.',
};
