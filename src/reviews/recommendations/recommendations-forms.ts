import { day, type Form, line, paragraphs, rows } from '../../web/forms/form.js';
import { RAISE_PAGES } from '../../disputes/acts/raise/raise.form.js';

const A_DAY = 'For example, 27 3 2026';

export const sendRecommendationsForm: Form = {
  title: 'Send the recommendations of a review',
  fields: [
    line('child', 'Record number or initials of the child', {
      missing: 'Enter the record number or the initials of the child',
    }),
    day('reviewedOn', 'When was the review?', { hint: A_DAY, missing: 'Enter the day of the review' }),
    rows('recommendations', 'Recommendations', {
      each: 'Recommendation',
      missing: 'Enter a recommendation at least',
      fields: [
        paragraphs('what', 'What', { rows: 2, missing: 'Enter what is recommended' }),
        line('who', 'Who', { isOptional: true }),
        day('by', 'By which day', { isOptional: true, hint: A_DAY }),
      ],
    }),
  ],
  follows: [
    'Those whom the protocol asks are told, and say whether they agree.',
    'If they say nothing by their date, they count as agreed.',
  ],
  button: 'Send the recommendations',
  done: 'Sent.',
};

const agreeForm: Form = {
  title: 'Agree to these recommendations',
  fields: [paragraphs('note', 'Is there anything to add?', { isOptional: true, rows: 3 })],
  follows: ['The IRO sees that you agree.'],
  button: 'Agree',
  done: 'You have agreed.',
  isSentAtOnce: true,
};

const disagreeForm: Form = {
  title: 'Disagree with these recommendations',
  fields: [paragraphs('reason', 'Why?', { missing: 'Enter why you disagree' })],
  follows: ['The IRO raises a {dispute} over it, or writes down why not.'],
  button: 'Disagree',
  done: 'Your disagreement is on record.',
};

const letStandForm: Form = {
  title: 'Raise nothing over this disagreement',
  fields: [paragraphs('reason', 'Why is nothing raised?', { missing: 'Enter why nothing is raised' })],
  follows: ['It stays on record with your reason, and nobody need do more.'],
  button: 'Raise nothing, and record why',
  done: 'Recorded.',
};

const takeBackAnswerForm: Form = {
  title: 'Take back your answer',
  before: ['For an answer that was a mistake.'],
  fields: [paragraphs('reason', 'What was wrong about it?', { missing: 'Enter what was wrong about it', rows: 3 })],
  follows: ['The answer is asked again, by the same date. What you answered stays on record.'],
  button: 'Take it back',
  done: 'Your answer is taken back.',
  isSentAtOnce: true,
};

const withdrawForm: Form = {
  title: 'Withdraw these recommendations',
  before: ['For what was sent by mistake.'],
  fields: [paragraphs('reason', 'Why are they withdrawn?', { missing: 'Enter why they are withdrawn', rows: 3 })],
  follows: ['Those who were asked are told that nothing is asked any more. They stay on record.'],
  button: 'Withdraw them',
  done: 'Withdrawn.',
  isSentAtOnce: true,
};

const [first, ...rest] = RAISE_PAGES;

/** The pages of raising, where it begins from something that is on record. @param fields what is asked besides, on the first page */
export const raisePagesFrom = (title: string, fields: Form['fields'] = []): readonly [Form, ...Form[]] => [
  { ...first, title, before: [], fields: [...fields, ...first.fields] },
  ...rest,
];

/** An act on recommendations that are there. */
export interface RecommendationsActForm {
  readonly link: string;
  readonly pages: readonly [Form, ...Form[]];
  readonly permits:
    | 'recommendations.answer'
    | 'recommendations.decide'
    | 'recommendations.let-stand'
    | 'recommendations.withdraw';
}

/** By the name of the act, in the order in which the page offers them. */
export const RECOMMENDATIONS_ACT_FORMS: Readonly<Record<string, RecommendationsActForm>> = {
  agree: { link: 'Agree', pages: [agreeForm], permits: 'recommendations.answer' },
  disagree: { link: 'Disagree', pages: [disagreeForm], permits: 'recommendations.answer' },
  raise: {
    link: 'Raise a {dispute} over the disagreement',
    pages: raisePagesFrom('Raise a {dispute} over a disagreement'),
    permits: 'recommendations.decide',
  },
  'let-stand': { link: 'Raise nothing, and write why', pages: [letStandForm], permits: 'recommendations.let-stand' },
  'take-back-answer': { link: 'Take back your answer', pages: [takeBackAnswerForm], permits: 'recommendations.answer' },
  withdraw: { link: 'Withdraw them', pages: [withdrawForm], permits: 'recommendations.withdraw' },
};
