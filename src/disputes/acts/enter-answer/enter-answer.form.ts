import { day, line } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';
import { answerForm } from '../answer/answer.form.js';

export const enterAnswerForm = actForm({
  group: 'now',
  link: 'Enter an answer from outside',
  view: 'disputes/acts/answer/answer',
  showsRecord: true,
  title: 'Enter the answer of somebody outside of the council',
  fields: [
    line('saidBy', 'Who gave the answer?', { missing: 'Enter who gave the answer' }),
    day('saidOn', 'When did they give it?', {
      hint: 'For example, 27 3 2026. It counts from the moment at which you enter it.',
      missing: 'Enter when they gave it',
    }),
    line('post', 'For which post?', {
      isOptional: true,
      hint: 'Its code in the protocol, where several outside of the council are asked.',
    }),
    ...answerForm.fields,
  ],
  follows: [
    'The answer stays on record as you enter it. You can add a note, or take it back as a mistake while nothing has come of it.',
  ],
  button: 'Enter the answer',
  done: 'Answer entered.',
});
