import { advice, invalid } from '../../rules.js';
import type { Matter } from '../../dispute.js';
import type { Advice, WantedResponse } from '../../events.js';

/**
 * The responses of an answer are sound: each is to an action that was asked for, names it once, and changes or declines it with a
 * reason.
 *
 * @throws Refusal `no-such-wanted-action`, `responded-twice`, `response-without-reason`
 */
export const responsesMustBeSound = (responses: readonly WantedResponse[], { actionsWanted }: Matter): void => {
  if (responses.some(({ wanted }) => wanted > actionsWanted))
    invalid('no-such-wanted-action', 'Name in responses only actions that were asked for, by their number from 1.');
  if (new Set(responses.map(({ wanted }) => wanted)).size < responses.length)
    invalid('responded-twice', 'One action that was asked for stands twice in responses. Name each once.');
  if (responses.some(isWithoutReason))
    invalid('response-without-reason', 'Say in its reason why an action that was asked for is changed or declined.');
};

export const isWithoutReason = ({ response, reason }: Pick<WantedResponse, 'response' | 'reason'>): boolean =>
  response !== 'accepted' && (reason ?? '').trim() === '';

/** A word to a person who has spoken of some of the actions and not of the others. */
export const helpWithResponses = (responses: readonly WantedResponse[], { actionsWanted }: Matter): Advice[] =>
  responses.length === 0 || responses.length === actionsWanted
    ? []
    : [
        advice(
          'no-word-on-wanted-action',
          'Say of each action that was asked for whether it is accepted, changed or declined.',
          '/responses',
        ),
      ];
