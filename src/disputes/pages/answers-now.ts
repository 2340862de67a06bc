import { actorFrom, type Asker } from '../../access/asker.js';
import { currentRound, type DisputeState } from '../dispute.js';
import { postAnswering } from '../rules.js';

/**
 * Whether an answer that somebody gives is the one that the dispute waits for. A manager whose stage was left without an answer may
 * still give it when the dispute has gone up: that answer is late and belongs to the stage below, and the dispute waits for others.
 */
export const answersNow = (state: DisputeState, asker: Asker): boolean =>
  'matter' in state &&
  asker.posts.some((post) => postAnswering(currentRound(state.matter), { actor: actorFrom(asker, post) }) !== null);
