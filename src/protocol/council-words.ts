import { MAIN_PREFIX } from '../platform/ids.js';
import { pluralOf } from './plural.js';
import type { Words } from './protocol.js';
import { workedOutOnce } from './worked-out-once.js';

const NOTHING_KEPT: readonly string[] = [];

/**
 * A text of the program, which is written in plain words, as the council says it: each whole word for a dispute, an acknowledgement, a
 * stage or a challenge meeting, with its article, its number and its capital, and each reference with the council's letters. Text
 * in quotation marks, in addresses, in names of files and codes and in commands that can be copied stays as it is.
 *
 * Never for a text that people typed: where such a part stands in the text, it is named in `kept`.
 *
 * @param kept parts that people gave, for example names of stages and of teams, which stay as they were written
 */
export const inCouncilWords = (text: string, words: Words, kept: readonly string[] = NOTHING_KEPT): string => {
  const said = saidOtherwise(words);
  if (said.size === 0) return text;
  return partsOf(text, partsToKeep(words)(kept))
    .map(({ part, isKept }) => (isKept ? part : withWords(part, said)))
    .join('');
};

/** The same where the council says everything as the program does. */
export const saysAsTheProgram = (words: Words): boolean => saidOtherwise(words).size === 0;

/** A reference as the council shows it. Its one form, by which it is kept and found, is another (`readReference`). */
export const referenceShown = (reference: string, { prefix }: Pick<Words, 'prefix'>): string =>
  reference.startsWith(`${MAIN_PREFIX}-`) ? `${prefix}${reference.slice(MAIN_PREFIX.length)}` : reference;

const withWords = (text: string, said: ReadonlyMap<string, string>): string =>
  text.replace(PLAIN_WORD, (written: string, article: string | undefined, plain: string) => {
    const word = said.get(plain.toLowerCase());
    if (word === undefined) return written;
    if (article === undefined) return likeIn(plain, word);
    return `${likeIn(article, articleOf(word)).trim()} ${word}`;
  });

/** The longest first. Not in `disputes/1`, `dispute-register`, `disputes.csv`, `{dispute}` or `a.dispute`. */
const PLAIN_WORD = new RegExp(
  String.raw`(?<![\w/{.-])(an?\s+)?` +
    String.raw`((?:in)?formal disputes?|(?:in)?formal|disputes?|(?:practice )?acknowledgements?|(?:challenge )?meetings?|stages?` +
    String.raw`|${MAIN_PREFIX}(?=-[0-9A-Z]{4}-[0-9A-Z]{4}\b))` +
    String.raw`(?![\w/}]|-(?![0-9A-Z]{4}-)|[.:]\w)`,
  'gi',
);

/** Plain words that this council says otherwise, each with its own. */
const saidOtherwise = workedOutOnce((words: Words): ReadonlyMap<string, string> => {
  const all: readonly (readonly [plain: readonly string[], said: string])[] = [
    [['dispute'], words.dispute],
    [['disputes'], words.disputes],
    [['informal dispute'], words.informal],
    [['informal disputes'], severalOf(words.informal, words)],
    [['informal'], withoutNoun('informal', words.informal, words)],
    [['formal dispute'], words.formal],
    [['formal disputes'], severalOf(words.formal, words)],
    [['formal'], withoutNoun('formal', words.formal, words)],
    [['acknowledgement', 'practice acknowledgement'], words.acknowledgement],
    [['acknowledgements', 'practice acknowledgements'], words.acknowledgements],
    [['stage'], words.stage],
    [['stages'], words.stages],
    [['meeting', 'challenge meeting'], words.meeting],
    [['meetings', 'challenge meetings'], words.meetings],
    [[MAIN_PREFIX.toLowerCase()], words.prefix],
  ];
  return new Map(
    all.flatMap(([plain, said]) =>
      // The longest of the program's own words stands for the others: a council that says it so says nothing otherwise.
      plain.at(-1)!.toLowerCase() === said.toLowerCase()
        ? []
        : plain.flatMap((each) => (each.toLowerCase() === said.toLowerCase() ? [] : [[each, said] as const])),
    ),
  );
});

/** `informal alert` in the number of `alerts`; a word of the council's own in its own. */
const severalOf = (word: string, { dispute, disputes }: Words): string =>
  word.endsWith(dispute) ? word.slice(0, word.length - dispute.length) + disputes : pluralOf(word);

/** `early` of `early alert`; a word of the council's own stands for both. If it has no word of its own, the plain one stays. */
const withoutNoun = (plain: string, word: string, { dispute }: Words): string => {
  if (word === dispute) return plain;
  return word.endsWith(` ${dispute}`) ? word.slice(0, word.length - dispute.length - 1) : word;
};

const articleOf = (word: string): string => (/^[aeiou]/i.test(word) ? 'an' : 'a');

const likeIn = (written: string, word: string): string =>
  /^[A-Z]/.test(written) ? word.charAt(0).toUpperCase() + word.slice(1) : word;

interface Part {
  readonly part: string;
  readonly isKept: boolean;
}

const QUOTED = String.raw`"[^"\n]*"|“[^”\n]*”|\x60[^\x60\n]*\x60`;

/** A command, to the end of its sentence, or of its lines where a stroke continues it. */
const COMMAND = String.raw`\bfootprint [a-z](?:\\\n|[^\n.;)]|[.;)](?=\S))*`;

/** Finds what stays as it is, the council's own words among it. */
const partsToKeep = workedOutOnce((words: Words) => {
  const theirs = [
    ...Object.values(words as unknown as Record<string, string>),
    ...[words.informal, words.formal].map((word) => severalOf(word, words)),
  ].flatMap(eitherWay);
  return workedOutOnce((kept: readonly string[]): RegExp => {
    const keeping = [...kept, ...theirs]
      .filter((each) => PLAIN_PART.test(each))
      .sort((a, b) => b.length - a.length)
      .map((each) => (ONE_PLAIN_WORD.test(each) ? asAName(each) : `${escaped(each)}(?!\\w)`));
    return new RegExp(`(${[QUOTED, COMMAND, ...keeping].join('|')})`, 'g');
  });
});

const partsOf = (text: string, toKeep: RegExp): Part[] =>
  // Every second part is what the pattern found.
  text.split(toKeep).map((part, index) => ({ part, isKept: index % 2 === 1 }));

/** As it stands within a sentence, and at its beginning. A text in the council's words already is not put into them again. */
const eitherWay = (word: string): string[] => [word, word.charAt(0).toUpperCase() + word.slice(1)];

/** A text with none of these words need not be protected from the change of words. */
const PLAIN_PART = /dispute|formal|acknowledgement|meeting|stage|\bDRP-/i;

/** A name that is one of these words alone. */
const ONE_PLAIN_WORD = /^(?:(?:in)?formal|disputes?|acknowledgements?|meetings?|stages?)$/i;

/** Such a name is told from the word by its capital where no sentence begins; elsewhere it cannot be told from it. */
const asAName = (name: string): string =>
  /^[A-Z]/.test(name) ? `(?<=[a-z0-9,] |\\()${escaped(name)}(?=[),.;:]|\\s*$|\\n| [a-z(])` : NOTHING;

const NOTHING = '(?!)';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
