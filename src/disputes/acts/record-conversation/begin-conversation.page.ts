import { OpensNothing } from '../../../access/view-log/opens.js';
import { ChildrenInForms } from '../../../directory/children/children-in-forms.js';
import { formPageOf } from '../../../web/forms/form-page.js';
import { queryOf } from '../../../web/forms/forms.js';
import { beginConversationForm } from './begin-conversation.form.js';
import { BeginConversationDto } from './record-conversation.dto.js';
import { BeginConversationRoute } from './record-conversation.route.js';

export const beginConversationPage = formPageOf({
  path: 'conversations/new',
  permits: 'dispute.record-conversation',
  opens: OpensNothing('A form in which nothing is written yet.'),
  begins: async ({ get, request, asker }) => ({ children: get(ChildrenInForms).carriedTo(request, asker) }),
  carrying: ({ get, request, asker }) => ({
    pages: [beginConversationForm],
    body: BeginConversationDto,
    meant: get(ChildrenInForms).meant(asker),
    around: async () => ({
      choices: {},
      back: get(ChildrenInForms).backFrom(request, asker, '/my-work'),
      entries: get(ChildrenInForms).inWords(asker),
    }),
    carryOut: (body, sent) => get(BeginConversationRoute).begin(body as BeginConversationDto, sent),
    follows: async () => [],
    leadsTo: ({ reference }) => `/disputes/${reference}${queryOf(request)}`,
  }),
});
