import type { Words } from './protocol.js';

/**
 * A text of the program, which is written in plain words, as the council says it: each whole word for a dispute or an acknowledgement,
 * with its article, its number and its capital. Never for a text that people typed.
 */
export const inCouncilWords = (text: string, words: Words): string => {
  const said = wordsOf(words);
  return text.replace(PLAIN_WORD, (written: string, article: string | undefined, plain: string) => {
    const word = said[plain.toLowerCase()];
    if (word === undefined) return written;
    if (article === undefined) return likeIn(plain, word);
    return `${likeIn(article, articleOf(word)).trim()} ${word}`;
  });
};

const PLAIN_WORD = /\b(an?\s+)?((?:(?:in)?formal )?disputes?|(?:practice )?acknowledgements?)\b(?![-/])/gi;

const wordsOf = (words: Words): Readonly<Record<string, string>> => ({
  dispute: words.dispute,
  disputes: words.disputes,
  'informal dispute': words.informal,
  'informal disputes': pluralOf(words.informal, words),
  'formal dispute': words.formal,
  'formal disputes': pluralOf(words.formal, words),
  acknowledgement: words.acknowledgement,
  acknowledgements: words.acknowledgements,
  'practice acknowledgement': words.acknowledgement,
  'practice acknowledgements': words.acknowledgements,
});

/** `informal alert` in the number of `alerts`; where the council has a word of its own, with an s. */
const pluralOf = (word: string, { dispute, disputes }: Words): string =>
  word.endsWith(dispute) ? word.slice(0, word.length - dispute.length) + disputes : `${word}s`;

const articleOf = (word: string): string => (/^[aeiou]/i.test(word) ? 'an' : 'a');

const likeIn = (written: string, word: string): string =>
  /^[A-Z]/.test(written) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
