import { paragraphs, select } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const askToSendBackForm = actForm({
  group: 'ask',
  link: 'Ask for it to go back down',
  title: 'Ask for this to go back to an earlier stage',
  fields: [
    select('toStage', 'Which stage?', 'stages', {
      isOptional: true,
      hint: 'The stage below, unless you choose one.',
      areNumbers: true,
    }),
    paragraphs('reason', 'What is to be done there first?', { missing: 'Enter what is to be done there first' }),
  ],
  follows: ['Nothing changes until the IRO decides.'],
  button: 'Ask for it to go back',
  done: 'You have asked for it to go back.',
});
