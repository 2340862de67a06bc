import type { PostKind, Stage } from '../protocol/protocol.js';
import type { DisputeContext } from './context.js';
import type { Addressee } from './events.js';
import { addressedTo, teamsAsked } from './teams-asked.js';

/**
 * The people who must answer a stage that begins, get a copy of it or are told. A message to social workers goes to those of the children;
 * if no worker of theirs is known, to the team manager alone, and never to every worker of the team.
 *
 * @param teams of the children: siblings of several teams are asked of each
 */
export const addresseeOf = (
  stage: Stage,
  teams: Pick<Addressee, 'team' | 'alsoTeams'>,
  children: readonly string[],
  { workerKnown }: Pick<DisputeContext, 'workerKnown'>,
): Addressee => {
  const hasWorker = workerKnown?.(children) ?? true;
  const posts = hasWorker ? stage.addressees : stage.addressees.filter((post) => post !== 'social-worker');
  return {
    ...addressedTo(teamsAsked(teams)),
    posts: posts.length === 0 ? ['team-manager'] : [...posts],
    ...copied([...stage.copyTo, ...stage.notifyOnly]),
  };
};

const copied = (posts: readonly PostKind[]): Pick<Addressee, 'copiedTo'> =>
  posts.length === 0 ? {} : { copiedTo: [...new Set(posts)] };
