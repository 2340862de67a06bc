import type { LadderWords, Words } from './protocol.js';
import { pluralOf } from './plural.js';
import type { YamlBlock } from './yaml-block.js';

const LADDER_WORDS = ['dispute', 'disputes', 'informal', 'formal', 'stage', 'stages'] as const;

/**
 * The words of a ladder that differ from those of the protocol. If it has its own word for one dispute or stage, the words made of that one
 * follow it, as they do in the whole protocol.
 *
 * @param whole the words of the protocol, for those that the ladder does not give
 */
export const readLadderWords = (block: YamlBlock, whole: Words): LadderWords => {
  const own: LadderWords = Object.fromEntries(
    LADDER_WORDS.flatMap((key) => {
      const word = block.optionalName(key);
      return word === undefined ? [] : [[key, word]];
    }),
  );
  const { dispute, stage } = own;
  const following: LadderWords = {
    ...(dispute && { disputes: pluralOf(dispute) }),
    ...(dispute && madeOf('informal', dispute, whole)),
    ...(dispute && madeOf('formal', dispute, whole)),
    ...(stage && { stages: pluralOf(stage) }),
  };
  return inOrder({ ...following, ...own });
};

/** `early flag` where the whole protocol has `early alert` for an alert; nothing where it has a word that is not made of that one. */
const madeOf = (key: 'informal' | 'formal', dispute: string, whole: Words): LadderWords => {
  const said = whole[key];
  if (said !== whole.dispute && !said.endsWith(` ${whole.dispute}`)) return {};
  return { [key]: said.slice(0, said.length - whole.dispute.length) + dispute };
};

const inOrder = (words: LadderWords): LadderWords =>
  Object.fromEntries(LADDER_WORDS.flatMap((key) => (words[key] === undefined ? [] : [[key, words[key]]])));
