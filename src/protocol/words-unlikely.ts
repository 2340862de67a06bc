import { PLAIN_WORDS } from './plain-words.js';
import { pluralOf } from './plural.js';
import type { Ladder, Protocol, Words } from './protocol.js';
import type { Remark } from './remark.js';

/** Remarks on words of the council that read wrongly where sentences, titles and buttons have them. They are used all the same. */
export const wordsUnlikely = ({ words, ladders = [] }: Protocol): Remark[] => [
  ...remarksOnWords(words, { block: 'words', of: '', isSaid: (key) => words[key] !== PLAIN_WORDS[key] }),
  ...ladders.flatMap((ladder) => remarksOnWords({ ...words, ...ladder.words }, placeOf(ladder))),
];

/** The place at which the words stand, and their ladder. */
interface Place {
  readonly block: string;
  readonly of: string;
  /** Whether the council has a word of its own there. */
  readonly isSaid: (key: Word) => boolean;
}

type Word = Exclude<keyof Words, 'prefix'>;

const placeOf = ({ code, words = {} }: Ladder): Place => ({
  block: `ladders[${code}].words`,
  of: ` of the ladder ${code}`,
  isSaid: (key) => Object.hasOwn(words, key),
});

/** The words for one of a thing, with those for several where there are such. */
const OF_ONE = [
  ['dispute', 'disputes'],
  ['informal', undefined],
  ['formal', undefined],
  ['acknowledgement', 'acknowledgements'],
  ['stage', 'stages'],
  ['meeting', 'meetings'],
] as const satisfies readonly (readonly [Word, Word | undefined])[];

const remarksOnWords = (words: Words, place: Place): Remark[] =>
  OF_ONE.flatMap(([one, several]) => [
    ...withArticle(one, words, place),
    ...tooLong(one, words, place),
    ...alreadySeveral(one, several, words, place),
    ...(several === undefined ? [] : otherSeveral(one, several, words, place)),
  ]);

const remark = (key: Word, { block, of }: Place, words: Words, about: string): Remark => ({
  where: `${block}.${key}`,
  message: `words.${key}${of} is “${words[key]}”${about}`,
  ifWritten: true,
});

const withArticle = (key: Word, words: Words, place: Place): Remark[] => {
  const article = /^(?:an?|the)(?=\s)/i.exec(words[key])?.[0];
  return article === undefined
    ? []
    : [remark(key, place, words, `, and sentences put “a” or “the” before it. Leave “${article}” out.`)];
};

/** A heading or a button holds about as much. */
const LONGEST_WORD = 40;

const tooLong = (key: Word, words: Words, place: Place): Remark[] =>
  words[key].length <= LONGEST_WORD
    ? []
    : [
        remark(
          key,
          place,
          words,
          `, of ${words[key].length} letters, and stands in each title and on each button. Shorten it to ${LONGEST_WORD}.`,
        ),
      ];

/** Words of one thing that end in one s by themselves, as "process" and "status" and "analysis" do. */
const isSeveral = (word: string): boolean => /[^siu]s$/i.test(word);

/** English makes several of a word by its last letter, and of what ends in a bracket it makes none. */
const alreadySeveral = (one: Word, several: Word | undefined, words: Words, place: Place): Remark[] => {
  const word = words[one];
  const isSaid = several !== undefined && words[several] !== pluralOf(word);
  if (isSaid || !(isSeveral(word) || /[^\p{L}\p{N}]$/u.test(word))) return [];
  return [
    remark(
      one,
      place,
      words,
      several === undefined
        ? ', which reads as several. Write the word for one.'
        : `, so several of them are called “${words[several]}”. Write the word for one, or say what several are called: ${several}.`,
    ),
  ];
};

const otherSeveral = (one: Word, several: Word, words: Words, place: Place): Remark[] => {
  if (words[several] === pluralOf(words[one])) return [];
  if (words[several] === words[one] && !/s$/i.test(words[one]))
    return [
      remark(several, place, words, `, as one of them is called. Leave it out, and it is “${pluralOf(words[one])}”.`),
    ];
  // A word that has none of the council's own is named by another remark.
  return !place.isSaid(one) || isAlike(words[one], words[several])
    ? []
    : [remark(several, place, words, `, and one of them is “${words[one]}”. Call one and several by the same word.`)];
};

/** Whether a word of the one begins as a word of the other does, as "person" and "people". */
const isAlike = (one: string, other: string): boolean => {
  const beginnings = (words: string): string[] =>
    words
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .map((word) => word.slice(0, 2));
  return beginnings(one).some((beginning) => beginnings(other).includes(beginning));
};
