import { type Conversation, type DisputeState, holderOfConversation, isConversation } from '../disputes/dispute.js';
import type { DisputeEvent } from '../disputes/events.js';
import type { NoticeLine } from './events.js';
import { tellsOf } from './table/table.js';
import type { WhenOfDispute, WhomOfDispute } from './table/disputes.js';
import type { Wanted } from './who-is-told.js';

/** The word for it in a notice. */
export const CONVERSATION = 'conversation';

/**
 * Of a conversation from which nothing was raised, only the IRO who has it and the one who had it are told: nothing is asked of others.
 *
 * @param actor id of the person who acted
 */
export const toldOfConversation = (
  event: DisputeEvent,
  { reference, before, actor }: { readonly reference: string; readonly before: DisputeState; readonly actor: string },
  state: Conversation,
): Wanted[] => {
  if (state.subject === null) return [];
  const holds = holderOfConversation(state.subject, state);
  const held = isConversation(before) && before.subject !== null ? holderOfConversation(before.subject, before) : null;
  const isNews = event.type !== 'ConcernDiscussed' || held === null;
  const people: { readonly [Whom in WhomOfDispute]?: string | null } = {
    'holds-the-conversation': isNews ? holds : null,
    'held-the-conversation': held === holds ? null : held,
  };
  const holdsWhen: { readonly [When in WhenOfDispute]?: boolean } = {
    'raised-by-another': actor !== holds,
    'not-with-a-caseload': !('caseload' in event.data && event.data.caseload !== undefined),
  };
  const line: Omit<NoticeLine, 'kind'> = {
    about: reference,
    called: CONVERSATION,
    dueOn: null,
    dueAt: null,
    actionId: null,
  };
  return tellsOf('dispute', event.type)
    .filter(({ when = [] }) => when.every((each) => holdsWhen[each] === true))
    .flatMap(({ notice, to }) => {
      const person = people[to] ?? null;
      return person === null ? [] : [{ kind: notice, ...line, to: { person } }];
    });
};
