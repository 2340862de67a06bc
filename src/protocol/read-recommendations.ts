import type { Protocol, RecommendationsRule } from './protocol.js';
import { readClock } from './read-clock.js';
import type { PostLists } from './read-posts.js';
import type { YamlBlock } from './yaml-block.js';

/** After how long silence means agreed, for the recommendations of a review; a file that says nothing has no such clock. */
export const readRecommendations = (file: YamlBlock, posts: PostLists): Pick<Protocol, 'recommendations'> =>
  file.hasSome('recommendations')
    ? {
        recommendations: file.block('recommendations', (block) => readRule(block, posts), {
          example: 'recommendations: { clock: 5 working-days }',
          orNone: true,
        }),
      }
    : {};

const readRule = (block: YamlBlock, posts: PostLists): RecommendationsRule => ({
  answeredBy: posts.listOf(block, 'answered-by', ['team-manager']),
  clock: readCountedClock(block),
});

/** Without an end to the time, silence would never mean anything. */
const readCountedClock = (block: YamlBlock): RecommendationsRule['clock'] => {
  const clock = readClock(block, 'clock', undefined, true);
  if (clock === undefined)
    block.problem(null, 'recommendations.clock is missing; write for example `clock: 5 working-days`');
  else if ('amount' in clock) return clock;
  else block.cannotBe('clock', 'silence means agreed only after a time; give days or hours');
  return { unit: 'working-days', amount: 1 };
};
