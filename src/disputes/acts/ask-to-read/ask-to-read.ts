import { refuse } from '../../../platform/decider.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { mustBeRaised, mustNotBeVoided, mustSay } from '../../rules.js';
import { disputeAct } from '../dispute-act.js';

export interface AskToRead {
  type: 'ask-to-read';
  reason: string;
}

/**
 * A leader who sees where a dispute stands asks to read what was written. An IRO manager answers.
 *
 * @throws Refusal `asked-already`
 */
export const askToRead = ({ reason }: AskToRead, state: DisputeState, { actor }: DisputeContext): DisputeEvent[] => {
  const { requestsToRead } = mustNotBeVoided(mustBeRaised(state));
  mustSay(reason, 'why you ask to read it');
  if (requestsToRead.some(({ person }) => person === actor.person))
    refuse('asked-already', 'You have asked to read this already. An IRO manager answers.');
  return [{ type: 'ReadingAskedFor', data: { reason } }];
};

/** It has no sample: it is offered on the outline, and not on the page of a dispute, which its sender may not open. */
export const askToReadAct = disputeAct({
  type: 'ask-to-read',
  decide: askToRead,
  route: 'ask-to-read',
  events: {
    ReadingAskedFor: {
      version: 1,
      sentence: ({ who, words }) => `${who} asked to read the ${words.dispute}.`,
    },
  },
});
