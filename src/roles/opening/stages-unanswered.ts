import { allStages } from '../../protocol/ladder.js';
import { isOutside } from '../../protocol/own-posts.js';
import type { PostKind, Protocol, Stage } from '../../protocol/protocol.js';

/**
 * Names of the stages, of every ladder, that need an answer from a post which nobody holds, each once. The answer of a post outside of the
 * council is entered for it, so that nobody has to hold it.
 */
export const stagesUnanswered = (protocol: Protocol, held: ReadonlySet<PostKind>): string[] => [
  ...new Set(
    allStages(protocol)
      .filter((stage) => stage.needs === 'answer' && !isAnswered(stage, held))
      .map(({ name }) => name),
  ),
];

const isAnswered = ({ addressees, answeredBy }: Stage, held: ReadonlySet<PostKind>): boolean => {
  const has = (kind: PostKind): boolean => isOutside(kind) || held.has(kind);
  return answeredBy === 'all' ? addressees.every(has) : addressees.some(has);
};
