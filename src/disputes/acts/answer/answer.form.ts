import { documents, line, oneOf, paragraphs, rows, someOf, when } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';
import { FILES_HINT } from '../../documents/evidence.js';

export const answerForm = actForm({
  group: 'now',
  link: 'Answer',
  view: 'disputes/acts/answer/answer',
  showsRecord: true,
  title: 'Answer this {dispute}',
  fields: [
    oneOf(
      'agreement',
      'Do you agree?',
      { agree: 'Agree', partly: 'Partly agree', disagree: 'Disagree' },
      { missing: 'Select whether you agree' },
    ),
    someOf('forTeams', 'For which teams do you answer?', 'teams-to-answer', {
      isOptional: true,
      isAskedIfAny: true,
      hint: 'The children are with several teams, and each must answer. Leave it empty to answer for your own team. Tick another where its manager has agreed that you answer for it too.',
    }),
    paragraphs('reasons', 'Your reasons', {
      hint: 'Needed whichever you choose: the IRO reads here what you make of it.',
      missing: 'Enter your reasons',
    }),
    rows('responses', 'What was asked for', {
      each: 'Action',
      of: { name: 'wanted', choices: 'wanted-actions' },
      copies: 'Accept all that was asked for, and copy it below',
      copiesInto: 'actions',
      fields: [
        oneOf(
          'response',
          'Do you accept it?',
          { accepted: 'Accept', changed: 'Change', declined: 'Decline' },
          { missing: 'Select whether you accept, change or decline it' },
        ),
        paragraphs('reason', 'Why', {
          ...{
            isOptional: true,
            neededIf: 'if you change or decline it',
            rows: 2,
            shortly: 'because',
            missing: 'Enter why you change or decline it',
          },
        }),
      ],
    }),
    rows('actions', 'What will be done', {
      each: 'Action',
      isOptional: true,
      hint: 'Say what, by whom and by which day. “ASAP” and “ongoing” are not days that anybody can check.',
      fields: [
        paragraphs('what', 'What', { rows: 2, missing: 'Enter what will be done' }),
        line('who', 'Who', {
          isOptional: true,
          hint: 'A name, as the directory has it. Anything else, such as a post, leaves it with you to do.',
        }),
        when('by', 'By when', { isOptional: true, hint: 'For example, 10 10 2026' }),
        line('measure', 'How will we know?', { isOptional: true }),
      ],
    }),
    paragraphs('evidence', 'Evidence', {
      isOptional: true,
      rows: 2,
      hint: 'Where it can be seen: a case note, minutes.',
    }),
    documents('Files as evidence', { hint: FILES_HINT }),
  ],
  follows: [
    'Your answer stays on record as you send it. You can add a note, or take it back as a mistake while nothing has come of it.',
  ],
  button: 'Send your answer',
  done: 'Answer sent.',
  saysWhoHasIt: true,
});
