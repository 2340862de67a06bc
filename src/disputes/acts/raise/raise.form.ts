import { FILES_HINT } from '../../documents/evidence.js';
import {
  day,
  documents,
  type Form,
  line,
  list,
  number,
  oneOf,
  paragraphs,
  rows,
  select,
  someOf,
  when,
  yesOrNo,
} from '../../../web/forms/form.js';

/** Raising is asked for on three pages, each a form of its own; all of them together are the body of one request. */
const CONTINUE = { button: 'Continue', done: '' } as const;

const IF_SPOKEN = 'if you spoke to somebody';
const IF_WRITTEN = 'if you wrote to somebody';

export const RAISE_PAGES: readonly [Form, ...Form[]] = [
  {
    title: 'Raise a {dispute}',
    before: ['Speak to the worker or manager first where you can: many things are put right on the telephone.'],
    fields: [
      list('children', 'Record number or initials of the child', {
        hint: 'For brothers and sisters, separate them by commas. Their team, manager and IRO come from the directory.',
        missing: 'Enter the record number or the initials of the child',
      }),
      line('conversation', 'From which conversation?', {
        isOptional: true,
        isAskedIfAny: 'from-a-conversation',
        hint: 'Its reference. What is raised carries it on, and the conversation stands with it.',
      }),
      select('practiceOf', 'Whose practice as an IRO is it about?', 'iros-in-question', {
        isOptional: true,
        isAskedIfAny: true,
        hint: 'Only where it is about the practice of an IRO. They never hold it, and somebody else judges the answer.',
      }),
      line('spokeFirst.spokeTo', 'Whom did you speak to first?', {
        isOptional: true,
        hint: 'If you spoke to somebody, fill in the day and what came of it as well. If not, leave all three empty.',
        missing: 'Enter whom you spoke to first',
      }),
      day('spokeFirst.spokeOn', 'When did you speak?', {
        isOptional: true,
        neededIf: IF_SPOKEN,
        hint: 'For example, 27 3 2026',
        missing: 'Enter the day on which you spoke',
      }),
      paragraphs('spokeFirst.result', 'What came of it?', {
        isOptional: true,
        neededIf: IF_SPOKEN,
        rows: 3,
        missing: 'Enter what came of it',
      }),
      line('wroteFirst.wroteTo', 'Whom did you write to first?', {
        isOptional: true,
        isAskedIfAny: 'e-mails-first',
        hint: 'If you wrote to somebody, fill in the day and what came of it as well. If not, leave all three empty.',
        missing: 'Enter whom you wrote to first',
      }),
      day('wroteFirst.wroteOn', 'When did you write?', {
        isOptional: true,
        neededIf: IF_WRITTEN,
        isAskedIfAny: 'e-mails-first',
        hint: 'For example, 27 3 2026',
        missing: 'Enter the day on which you wrote',
      }),
      paragraphs('wroteFirst.result', 'What came of the e-mail?', {
        isOptional: true,
        neededIf: IF_WRITTEN,
        isAskedIfAny: 'e-mails-first',
        rows: 3,
        missing: 'Enter what came of the e-mail',
      }),
      day('reviewedOn', 'If it comes from a review, when was the review?', {
        isOptional: true,
        isAskedIfAny: 'counted-from-a-review',
        hint: 'For example, 27 3 2026',
      }),
      oneOf('kind', 'How do you raise it?', 'ways-to-raise', { missing: 'Select how you raise it' }),
      someOf('settledOnTheCall.impact', 'If the call put it right, what changed for the child?', 'impacts', {
        isOptional: true,
        isFolded: true,
        isAskedIfAny: 'informal-stage',
        hint: 'Only if you raise it informally, and nothing is left to do. It is recorded as resolved, and nobody is asked to answer.',
      }),
      select('level', 'How pressing is it?', 'levels', {
        isAskedIfAny: true,
        hint: 'You may change it later, with a reason.',
        missing: 'Select how pressing it is',
      }),
      select('stage', 'At which stage does it begin?', 'formal-stages', {
        isOptional: true,
        areNumbers: true,
        hint: 'The first stage, unless you choose one. Only if you raise it formally.',
      }),
      paragraphs('stageReason', 'Why above the first stage?', {
        isOptional: true,
        neededIf: 'if it begins above the first stage',
        rows: 2,
      }),
    ],
    ...CONTINUE,
  },
  {
    title: 'What is wrong',
    fields: [
      oneOf('theme', 'Theme', 'themes', {
        missing: 'Select the theme',
        hint: 'The one it is most about, with examples. Figures count it under this one.',
      }),
      someOf('secondaryThemes', 'Is it about anything else?', 'themes', { isOptional: true, isFolded: true }),
      paragraphs('concern', 'What is happening?', { hint: 'Facts and dates.', missing: 'Enter what is happening' }),
      paragraphs('impactIfNothingChanges', 'What is it like for the child if nothing changes?', {
        isOptional: true,
        rows: 4,
      }),
      paragraphs('acknowledged', 'What is good, or hard for those involved?', { isOptional: true, rows: 3 }),
      documents('Files as evidence', { hint: FILES_HINT }),
    ],
    ...CONTINUE,
  },
  {
    title: 'What needs to happen',
    fields: [
      rows('actionsWanted', 'Actions', {
        each: 'Action',
        isOptional: true,
        hint: 'Say what, by whom and by which day. “ASAP” and “ongoing” are not days that anybody can check.',
        fields: [
          paragraphs('what', 'What', { rows: 2, missing: 'Enter what needs to happen' }),
          line('who', 'Who', { isOptional: true }),
          when('by', 'By when', { isOptional: true, hint: 'For example, 10 10 2026' }),
          line('measure', 'How will we know?', { isOptional: true }),
        ],
      }),
      yesOrNo('urgent', 'Is it urgent?', { isOptional: true }),
      paragraphs('urgentBecause', 'Why can it not wait?', {
        hint: 'It goes at once then, without the call or the e-mail that the protocol may ask for first.',
        isOptional: true,
        ifYesTo: 'urgent',
        neededIf: 'if it is urgent',
        rows: 3,
      }),
      paragraphs('childView.view', 'What does the child want, in their own words?', { isOptional: true, rows: 4 }),
      yesOrNo('childView.told', 'Has the child been told about this?', { isOptional: true }),
      day('childView.toldOn', 'When was the child told?', {
        isOptional: true,
        ifYesTo: 'childView.told',
        hint: 'For example, 27 3 2026',
      }),
      yesOrNo('childView.advocateOffered', 'Was an advocate offered?', { isOptional: true }),
      day('childView.advocateOfferedOn', 'When was the advocate offered?', {
        isOptional: true,
        ifYesTo: 'childView.advocateOffered',
        hint: 'For example, 27 3 2026',
      }),
      number('answerWithin', 'How many days are there to answer?', {
        isAskedIfAny: 'days-to-choose',
        isOptional: true,
        hint: 'Only where the protocol lets you choose; its limit, unless you choose fewer. For a clock in hours, write hours.',
      }),
      day('meetingOn', 'Date of the meeting', {
        isAskedIfAny: 'meeting-decides',
        isOptional: true,
        hint: 'Only for a stage that a meeting decides, where no meeting is arranged yet.',
      }),
    ],
    follows: ['With a link, and without a name or a word about the child.'],
    button: 'Send',
    done: 'Sent.',
  },
];
