import { day } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const setMeetingDateForm = actForm({
  group: 'now',
  link: 'Set the date of the meeting',
  title: 'Set the date of the meeting',
  fields: [
    day('meetingOn', 'When is the meeting?', { hint: 'For example, 27 3 2026', missing: 'Enter when the meeting is' }),
  ],
  button: 'Set the date',
  done: 'Date of the meeting set.',
});
