import { actsAs } from '../protocol/own-posts.js';
import type { BuiltInPost } from '../protocol/protocol.js';
import type { DisputeContext } from './context.js';
import type { DisputeState } from './dispute.js';
import { currentStage, stagesAbove } from './rules.js';

/**
 * Whether its ladder has a stage for a post, or for one of the council's own that acts as it, above the stage it is at: there it can be
 * escalated to.
 * @returns null for what is not open, and goes up no more
 */
export const goesUpTo = (
  post: BuiltInPost,
  state: DisputeState,
  rules: Pick<DisputeContext, 'protocols' | 'today'>,
): boolean | null => {
  if (state.status !== 'open') return null;
  return stagesAbove(state.matter, rules).some(({ addressees }) => addressees.some((each) => actsAs(each) === post));
};

/** Whether the stage it is at is that post’s to answer already, so that it cannot go on to it. */
export const isWith = (post: BuiltInPost, state: DisputeState, rules: Pick<DisputeContext, 'protocols'>): boolean =>
  state.status === 'open' && currentStage(state.matter, rules).addressees.some((each) => actsAs(each) === post);
