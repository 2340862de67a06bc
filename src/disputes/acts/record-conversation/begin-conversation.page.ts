import { OpensNothing } from '../../../access/view-log/opens.js';
import { formPageOf } from '../../../web/forms/form-page.js';
import { queryOf } from '../../../web/forms/forms.js';
import { beginConversationForm } from './begin-conversation.form.js';
import { BeginConversationDto } from './record-conversation.dto.js';
import { BeginConversationRoute } from './record-conversation.route.js';

export const beginConversationPage = formPageOf({
  path: 'conversations/new',
  permits: 'dispute.record-conversation',
  opens: OpensNothing('A form in which nothing is written yet.'),
  carrying: ({ get, request }) => ({
    pages: [beginConversationForm],
    body: BeginConversationDto,
    around: async () => ({ choices: {}, back: '/my-work' }),
    carryOut: (body, sent) => get(BeginConversationRoute).begin(body as BeginConversationDto, sent),
    follows: async () => [],
    leadsTo: ({ reference }) => `/disputes/${reference}${queryOf(request)}`,
  }),
});
