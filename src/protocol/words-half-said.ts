import type { Protocol } from './protocol.js';
import { pluralOf } from './plural.js';
import type { Remark } from './remark.js';

const ONE_AND_SEVERAL = [
  ['dispute', 'disputes'],
  ['acknowledgement', 'acknowledgements'],
  ['stage', 'stages'],
  ['meeting', 'meetings'],
] as const;

/** A word for several of a thing beside none for one: one is then called as the program calls it, and several otherwise. */
export const wordsHalfSaid = ({ words, ladders = [] }: Protocol): Remark[] => [
  ...ONE_AND_SEVERAL.flatMap(([one, several]) =>
    words[several] === pluralOf(words[one]) ? [] : [halfSaid('words', '', one, several, words[several], words[one])],
  ),
  ...ladders.flatMap(({ code, words: own = {} }) =>
    (
      [
        ['dispute', 'disputes'],
        ['stage', 'stages'],
      ] as const
    ).flatMap(([one, several]) => {
      const said = own[several];
      return said === undefined || own[one] !== undefined
        ? []
        : [halfSaid(`ladders[${code}].words`, ` of the ladder ${code}`, one, several, said, words[one])];
    }),
  ),
];

const halfSaid = (block: string, of: string, one: string, several: string, said: string, left: string): Remark => ({
  where: `${block}.${several}`,
  message: `words.${several}${of} is “${said}”, and ${one} is left out, so one of them is called “${left}”. Say ${one} too.`,
  unlessWritten: `${block}.${one}`,
  ifWritten: true,
});
