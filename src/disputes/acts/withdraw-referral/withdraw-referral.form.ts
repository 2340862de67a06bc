import { day, paragraphs } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const withdrawReferralForm = actForm({
  group: 'other',
  link: 'Withdraw the referral to Cafcass',
  title: 'Withdraw the referral to Cafcass',
  before: ['For a referral that Cafcass has. One that was never sent is taken back instead, as a mistake.'],
  fields: [
    day('withdrawnOn', 'When was it withdrawn?', {
      hint: 'For example, 27 3 2026',
      missing: 'Enter when it was withdrawn',
    }),
    paragraphs('reason', 'Why is it withdrawn?', { missing: 'Enter why it is withdrawn', rows: 3 }),
  ],
  follows: [
    'The referral stays on record. Those who were told of it are told that it is withdrawn.',
    'What was asked at the stage that runs is asked all the same.',
  ],
  button: 'Withdraw the referral',
  done: 'Referral withdrawn.',
});
