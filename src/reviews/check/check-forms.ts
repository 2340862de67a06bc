import { day, type Form, line, oneOf, paragraphs, rows, select } from '../../web/forms/form.js';
import { raisePagesFrom } from '../recommendations/recommendations-forms.js';
import type { CheckKind, StandardAnswer } from '../events.js';

export const KIND_IN_WORDS: Readonly<Record<CheckKind, string>> = {
  preparation: 'Preparation for a review',
  midway: 'Midway between two reviews',
  'post-18': 'Assessment of needs after 18',
};

export const ANSWER_IN_WORDS: Readonly<Record<StandardAnswer, string>> = {
  met: 'Met',
  'not-met': 'Not met',
  'does-not-apply': 'None identified, or it does not apply',
};

export const beginCheckForm: Form = {
  title: 'Begin a check',
  fields: [
    oneOf('kind', 'What kind of check is it?', KIND_IN_WORDS, { missing: 'Select what kind of check it is' }),
    line('child', 'Record number or initials of the child', {
      missing: 'Enter the record number or the initials of the child',
    }),
    day('heldOn', 'When is the review, the audit or the assessment?', {
      hint: 'For example, 27 3 2026',
      missing: 'Enter the day of the review, the audit or the assessment',
    }),
  ],
  follows: ['The standards of the council are listed. For each you say whether it is met.'],
  button: 'Begin the check',
  done: 'Begun. Say of each standard whether it is met.',
  isSentAtOnce: true,
};

const WHICH = { missing: 'Select the standard' } as const;

const checkStandardForm: Form = {
  title: 'Say whether a standard is met',
  fields: [
    select('standard', 'Standard', 'standards-to-answer', WHICH),
    oneOf('answer', 'Is it met?', ANSWER_IN_WORDS, { missing: 'Select whether it is met' }),
    paragraphs('note', 'What did you see?', { isOptional: true, rows: 3 }),
  ],
  follows: ['Where it is not met, raise a {dispute} about it or write down why not.'],
  button: 'Save the answer',
  done: 'Answer saved.',
  isSentAtOnce: true,
};

const checkStandardsForm: Form = {
  title: 'Say of each standard whether it is met',
  before: ['You can leave out what you do not know yet, and come back to it.'],
  fields: [
    rows('answers', 'Standards', {
      each: 'Standard',
      of: { name: 'standard', choices: 'standards-to-answer', areCodes: true },
      fields: [
        oneOf('answer', 'Is it met?', ANSWER_IN_WORDS, { missing: 'Select whether it is met' }),
        paragraphs('note', 'What did you see?', { isOptional: true, rows: 2 }),
      ],
    }),
  ],
  follows: ['For each that is not met you then raise a {dispute}, or write down why not.'],
  button: 'Save the answers',
  done: 'Answers saved.',
  isSentAtOnce: true,
};

const decideNotToRaiseForm: Form = {
  title: 'Decide not to raise a {dispute}',
  fields: [
    select('standard', 'Standard that is not met', 'standards-to-decide', WHICH),
    paragraphs('reason', 'Why is nothing raised?', { missing: 'Enter why nothing is raised' }),
  ],
  follows: ['Your reason stands in the child’s history. It may be raised after all, later.'],
  button: 'Record that nothing is raised',
  done: 'Recorded.',
};

const moveCheckForm: Form = {
  title: 'Move this check to the child whom it is about',
  fields: [
    line('child', 'Record number or initials of the child', {
      missing: 'Enter the record number or the initials of the child',
    }),
    paragraphs('reason', 'How did it come to stand with another child?', {
      missing: 'Enter how it came to stand with another child',
      rows: 3,
    }),
  ],
  follows: ['It leaves the history of the other child at once. What was raised from it is moved by itself.'],
  button: 'Move it',
  done: 'Moved.',
};

const withdrawCheckForm: Form = {
  title: 'Withdraw this check',
  before: ['For a check that was begun by mistake.'],
  fields: [paragraphs('reason', 'Why is it withdrawn?', { missing: 'Enter why it is withdrawn', rows: 3 })],
  follows: ['Nothing in it is asked of you any more, and it is counted nowhere. It stays on record.'],
  button: 'Withdraw it',
  done: 'Withdrawn.',
  isSentAtOnce: true,
};

/** An act on a check that is there. */
export interface CheckActForm {
  readonly link: string;
  readonly pages: readonly [Form, ...Form[]];
  readonly permits: 'review.check' | 'review.decide-not-to-raise' | 'review.move-to-child' | 'review.withdraw';
}

/** By the name of the act. */
export const CHECK_ACT_FORMS: Readonly<Record<string, CheckActForm>> = {
  'check-standards': {
    link: 'Say of each standard whether it is met',
    pages: [checkStandardsForm],
    permits: 'review.check',
  },
  'check-standard': { link: 'Say whether it is met', pages: [checkStandardForm], permits: 'review.check' },
  raise: {
    link: 'Raise a {dispute} about it',
    pages: raisePagesFrom('Raise a {dispute} about a standard', [
      select('standard', 'Standard that is not met', 'standards-to-raise', WHICH),
    ]),
    permits: 'review.check',
  },
  'decide-not-to-raise': {
    link: 'Write why nothing is raised',
    pages: [decideNotToRaiseForm],
    permits: 'review.decide-not-to-raise',
  },
  'move-to-child': { link: 'Move it to another child', pages: [moveCheckForm], permits: 'review.move-to-child' },
  withdraw: { link: 'Withdraw it', pages: [withdrawCheckForm], permits: 'review.withdraw' },
};
