import { day } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const sendMoreToCafcassForm = actForm({
  group: 'other',
  link: 'Record that more was sent to Cafcass',
  title: 'Record that more was sent to Cafcass',
  before: ['For what Cafcass asked for. What was sent stays with you and Cafcass.'],
  fields: [day('sentOn', 'When was it sent?', { hint: 'For example, 27 3 2026', missing: 'Enter when it was sent' })],
  follows: ['You are asked how the referral stands, until Cafcass has ended it.'],
  button: 'Record that it was sent',
  done: 'Recorded.',
  isSentAtOnce: true,
});
