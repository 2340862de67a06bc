import { day, number, paragraphs, select, yesOrNo } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const formaliseForm = actForm({
  group: 'now',
  link: 'Continue formally',
  title: 'Continue this as {formal}',
  fields: [
    paragraphs('reason', 'Why does it become formal?', { missing: 'Enter why it becomes formal' }),
    select('stage', 'At which stage does it begin?', 'formal-stages', {
      isOptional: true,
      hint: 'The first stage, unless you choose one.',
      areNumbers: true,
    }),
    paragraphs('stageReason', 'Why above the first stage?', {
      isOptional: true,
      neededIf: 'if it begins above the first stage',
      rows: 3,
    }),
    paragraphs('concern', 'What is happening', {
      isOptional: true,
      hint: 'Leave it empty to keep what was raised informally.',
    }),
    paragraphs('impactIfNothingChanges', 'What is it like for the child if nothing changes?', {
      isOptional: true,
      rows: 4,
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
    yesOrNo('urgent', 'Is it urgent?', { isOptional: true }),
    paragraphs('urgentBecause', 'Why can it not wait?', {
      hint: 'It goes at once then, without the call or the e-mail that the protocol may ask for first.',
      isOptional: true,
      neededIf: 'if it is urgent',
      rows: 3,
    }),
  ],
  follows: ['The informal one ends, linked to this one. Both stay on record.'],
  button: 'Continue formally',
  done: 'Continued formally.',
  saysWhoHasIt: true,
});
