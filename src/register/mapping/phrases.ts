/**
 * How councils commonly word things, for the starter mapping only: a person reads it and decides. A heading or a word is a known phrase
 * from its first letter to its last, or nothing is proposed: a part of it says little, since "Not satisfied" has "satisfied" in it.
 */
export type Guesses<Meaning extends string> = readonly (readonly [Meaning, RegExp])[];

/** Any of these phrases and nothing else, in small letters and with single spaces. */
export const phrases = (...patterns: string[]): RegExp => new RegExp(`^(?:${patterns.join('|')})$`);

/** The first meaning that fits; the meaning's own name always does. */
export const guess = <Meaning extends string>(guesses: Guesses<Meaning>, written: string): Meaning | undefined => {
  const word = plain(written);
  const itself = guesses.find(([meaning]) => meaning.toLowerCase() === word);
  return (itself ?? guesses.find(([, pattern]) => pattern.test(word)))?.[0];
};

/** Without capitals, and without what does not change a phrase: doubled spaces, full stops at its end, typographic marks. */
export const plain = (written: string): string =>
  written
    .trim()
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[–—]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/(?<=\p{L})[.:]+$/u, '');

/** The word for the thing that a row is about. */
export const THING = '(?:drp|dispute|alert|qa|quality assurance|concern|escalation|challenge|issue|practice alert)';
