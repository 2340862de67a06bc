import type { PostKind, Stage } from './protocol.js';
import type { PostLists } from './read-posts.js';
import type { YamlBlock } from './yaml-block.js';

interface OfLadder {
  /** The posts that judge and send up if the file names none. */
  readonly judge: PostKind;
  readonly isAboutTheIro: boolean;
  readonly posts: PostLists;
}

type Judging = Pick<Stage, 'judges' | 'escalationJudges' | 'escalatedBy'>;

/** The posts that judge a stage, and those that send up an answer that was not accepted. */
export const readJudges = (
  block: YamlBlock,
  addressees: readonly PostKind[],
  { judge, isAboutTheIro, posts }: OfLadder,
): Judging => {
  const judges = posts.listOf(block, 'judges', [judge]);
  const read = {
    judges,
    escalationJudges: posts.listOf(block, 'escalation-judges', judges),
    escalatedBy: posts.listOf(block, 'escalated-by', [judge]),
  };
  if (isAboutTheIro) refuseTheSeatOfTheIro(block, addressees, read);
  return read;
};

/** The judge named iro is the child's own IRO, whose practice the ladder is about. */
const refuseTheSeatOfTheIro = (
  block: YamlBlock,
  addressees: readonly PostKind[],
  { judges, escalationJudges, escalatedBy }: Judging,
): void => {
  for (const [key, posts] of [
    ['judges', judges],
    ['escalation-judges', escalationJudges],
    ['escalated-by', escalatedBy],
  ] as const) {
    // A post that is not named is taken from the judges, if they are named, or is the manager of the IROs.
    const own = block.has(key) ? posts.find((post) => post === 'iro' || post === 'conference-chair') : undefined;
    if (own !== undefined)
      block.problem(
        key,
        `${key} names ${own}, and this ladder is about the practice of an IRO, who never judges it; name iro-manager or another post`,
      );
  }
  if (judges.length > 0 && judges.every((post) => addressees.includes(post)))
    block.problem(
      block.has('judges') ? 'judges' : 'addressees',
      'each of the judges must answer this stage as well, and the IRO cannot judge in their place on this ladder; name a judge who does not answer',
    );
};
