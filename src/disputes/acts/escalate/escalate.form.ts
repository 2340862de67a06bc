import { day, line, number, paragraphs, select } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const escalateForm = actForm({
  group: 'now',
  link: 'Escalate',
  title: 'Escalate this {dispute}',
  fields: [
    select('toStage', 'To which stage?', 'higher-stages', {
      isOptional: true,
      hint: 'The next stage, unless you choose one.',
      areNumbers: true,
    }),
    paragraphs('reason', 'Why does it go up?', {
      missing: 'Enter why it goes up',
      hint: 'Where a stage is left out, say why.',
    }),
    number('answerWithin', 'How many days are there to answer?', {
      isAskedIfAny: 'days-to-choose-above',
      isOptional: true,
      hint: 'Only where the protocol lets you choose; its limit, unless you choose fewer. For a clock in hours, write hours.',
    }),
    line('answeredBy', 'Who answers in place of those who may not read it?', {
      isAskedIfAny: 'restricted',
      isOptional: true,
      hint: 'Only where it is kept from everybody who would have to answer. They may read it from then on.',
    }),
    day('meetingOn', 'Date of the meeting', {
      isAskedIfAny: 'meeting-decides-above',
      isOptional: true,
      hint: 'Only for a stage that a meeting decides, where no meeting is arranged yet.',
    }),
  ],
  button: 'Escalate',
  done: 'Escalated.',
  showsRecord: true,
  begins: ({ rounds }) => ({
    reason: rounds.at(-1)?.verdicts.findLast(({ verdict }) => verdict !== 'satisfied')?.reason ?? '',
  }),
  saysWhoHasIt: true,
});
