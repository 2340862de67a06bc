import type { PostKind, Protocol } from '../protocol/protocol.js';

/**
 * The people who see to it that a vacant post answers: the posts of the nearest stage up of which somebody can be asked. Nobody where there is no
 * such stage; then it falls to the last resort.
 */
export const nextStageUp = <Found>(
  { stages }: Pick<Protocol, 'stages'>,
  stage: number,
  find: (posts: readonly PostKind[]) => readonly Found[],
): readonly Found[] => {
  for (const { number, addressees } of stages) {
    const found = number > stage ? find(addressees) : [];
    if (found.length > 0) return found;
  }
  return [];
};
