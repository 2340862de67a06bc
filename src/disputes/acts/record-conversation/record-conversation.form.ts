import { day, line, paragraphs } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const recordConversationForm = actForm({
  group: 'child',
  link: 'Record a conversation',
  title: 'Record a conversation about it',
  fields: [
    line('spokeTo', 'Whom did you speak to?', { missing: 'Enter whom you spoke to' }),
    day('spokeOn', 'When?', { hint: 'For example, 27 3 2026', missing: 'Enter when you spoke' }),
    paragraphs('result', 'What came of it?', { missing: 'Enter what came of it', rows: 3 }),
  ],
  button: 'Record the conversation',
  done: 'Conversation recorded.',
  isSentAtOnce: true,
});
