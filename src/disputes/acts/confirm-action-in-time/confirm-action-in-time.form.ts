import { oneOf, paragraphs } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const confirmActionInTimeForm = actForm({
  group: 'child',
  link: 'Confirm that an action was done in time',
  title: 'Confirm that an action was done in time',
  fields: [
    oneOf('actionId', 'Which action?', 'late-actions', { missing: 'Select the action' }),
    paragraphs('reason', 'How do you know?', { missing: 'Enter how you know' }),
  ],
  follows: ['It counts as done in time. What was recorded stays beside it.'],
  button: 'Confirm that it was done in time',
  done: 'Action confirmed.',
});
