import { day, paragraphs, select } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const sendBackForm = actForm({
  group: 'now',
  link: 'Send back down',
  title: 'Send this back to an earlier stage',
  fields: [
    select('toStage', 'To which stage?', 'stages', {
      isOptional: true,
      hint: 'The stage that was asked for, or the one below, unless you choose one.',
      areNumbers: true,
    }),
    paragraphs('reason', 'What is to be done there first?', { missing: 'Enter what is to be done there first' }),
    day('meetingOn', 'Date of the meeting', {
      isAskedIfAny: 'meeting-decides-below',
      isOptional: true,
      hint: 'Only for a stage that a meeting decides.',
    }),
  ],
  button: 'Send it back',
  done: 'Sent back.',
  showsRecord: true,
  saysWhoHasIt: true,
});
