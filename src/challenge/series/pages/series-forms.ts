import { day, type Field, type Form, number, paragraphs, select, someOf, yesOrNo } from '../../../web/forms/form.js';
import { place, startsAt, whenAndWho, whoSits } from '../../meeting/pages/meeting-forms.js';

const A_DAY = 'For example, 27 3 2026';

const WEEKS_IN_WORDS = {
  first: 'the first',
  second: 'the second',
  third: 'the third',
  fourth: 'the fourth',
  last: 'the last',
};
const DAYS_IN_WORDS = {
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
};

const terms: readonly Field[] = [
  ...whenAndWho,
  select('recurrence.week', 'Which of the month', WEEKS_IN_WORDS, { missing: 'Select which of the month' }),
  select('recurrence.weekday', 'Day of the week', DAYS_IN_WORDS, { missing: 'Select the day of the week' }),
  number('recurrence.everyMonths', 'Every how many months?', { hint: '1 for every month', isOptional: true }),
  startsAt,
  place,
  ...whoSits,
  someOf('stages', 'Which stages does it time?', 'stages-of-meetings', {
    hint: 'None means every stage that a meeting times.',
    isOptional: true,
    isAskedIfAny: true,
  }),
];

export const startSeriesForm: Form = {
  title: 'Start a series of meetings',
  fields: [...terms, day('from', 'From which day on?', { hint: A_DAY, missing: 'Enter the first day' })],
  follows: [
    'Its first meeting is arranged, and after each the next one. A day that is not worked moves to the next that is.',
  ],
  button: 'Start the series',
  done: 'The series has started, and its first meeting is arranged.',
  isSentAtOnce: true,
};

export const changeSeriesForm: Form = {
  title: 'Change a series of meetings',
  fields: [
    ...terms,
    day('from', 'From which day on do these terms hold?', { hint: A_DAY, missing: 'Enter the day' }),
    paragraphs('reason', 'Why does it change?', { missing: 'Enter why it changes', rows: 3 }),
    yesOrNo('twiceInMonth', 'Is it meant that it meets twice in the month of the change?', { isOptional: true }),
  ],
  follows: ['Meetings that are arranged keep their day: move them by themselves. Diaries with its calendar follow.'],
  button: 'Change the series',
  done: 'Series changed.',
  isSentAtOnce: true,
};

export const endSeriesForm: Form = {
  title: 'End a series of meetings',
  fields: [
    day('lastOn', 'After which day is no meeting planned?', { hint: A_DAY, missing: 'Enter the last day' }),
    paragraphs('reason', 'Why does it end?', { missing: 'Enter why it ends', rows: 3 }),
  ],
  follows: ['What is arranged stays arranged, and is called off by itself.'],
  button: 'End the series',
  done: 'Series ended.',
  isSentAtOnce: true,
};
