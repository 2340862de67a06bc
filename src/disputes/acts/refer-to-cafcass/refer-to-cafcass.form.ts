import { day, paragraphs, someOf, yesOrNo } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const referToCafcassForm = actForm({
  group: 'other',
  link: 'Refer to Cafcass',
  title: 'Record a referral to Cafcass',
  fields: [
    paragraphs('grounds', 'Grounds', {
      hint: 'Which failure of regulation 45 it rests on.',
      missing: 'Enter the grounds',
    }),
    yesOrNo('legalAdviceTaken', 'Was independent legal advice taken?', {
      missing: 'Select whether legal advice was taken',
    }),
    someOf('told', 'Who has been told?', {
      child: 'The child',
      'iro-manager': 'IRO manager',
      'assistant-director': 'Assistant director',
      director: 'Director',
      'chief-executive': 'Chief executive',
    }),
    day('sentOn', 'When was it sent?', { hint: 'For example, 27 3 2026', missing: 'Enter when it was sent' }),
  ],
  follows: [
    'The stages inside the council keep running, with their dates.',
    'The grounds are seen by the IRO, the IRO manager, and a director who may read the case.',
  ],
  button: 'Record the referral',
  done: 'Referral recorded.',
});
