import { day, documents, oneOf, paragraphs } from '../../../web/forms/form.js';
import { FILES_HINT } from '../../documents/evidence.js';
import { actForm } from '../../pages/act-form.js';

export const markActionDoneForm = actForm({
  group: 'now',
  link: 'Mark an action as done',
  title: 'Mark an action as done',
  fields: [
    oneOf('actionId', 'Which action?', 'outstanding-actions', { missing: 'Select the action' }),
    paragraphs('evidence', 'How is it known to be done?', { missing: 'Enter how it is known to be done', rows: 3 }),
    documents('Files as evidence', { hint: FILES_HINT }),
    day('doneOn', 'When was it done?', { hint: 'For example, 27 3 2026', missing: 'Enter when it was done' }),
  ],
  follows: [
    'What is recorded after its date counts as late, whatever day it was done on; the IRO can confirm otherwise.',
  ],
  button: 'Mark as done',
  done: 'Action marked as done.',
  isSentAtOnce: true,
});
