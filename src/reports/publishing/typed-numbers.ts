/** A number that somebody typed, with the words around it. */
export interface TypedNumber {
  /** As it is written: "two", "3", "a third". */
  readonly written: string;
  /** The sentence in which it stands. */
  readonly sentence: string;
}

const UNITS = 'one|two|three|four|five|six|seven|eight|nine';
const TEENS = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const PARTS = 'half|third|quarter|fifth|tenth|thirds|quarters|fifths|tenths';
const AMOUNTS = 'none|nobody|both|once|twice|single|couple|dozen|hundred';

/** Numbers in figures or in words, with what may stand between the words of one: "twenty-one", "three quarters", "2,202", "69%". */
const NUMBER = new RegExp(
  `\\b(?:\\d[\\d,.]*\\d|\\d)%?|\\b(?:(?:(?:${TENS})(?:[- ](?:${UNITS}))?|${TEENS}|${UNITS})(?:[- ](?:${PARTS}))?|an? (?:${PARTS}|couple|dozen)|${AMOUNTS}|half)\\b`,
  'giu',
);

/**
 * Every number that stands in a text, for a person who checks it beside what is hidden in the tables: "two of the three children" gives away
 * what a table keeps. It finds too much rather than too little: whether a number says something about a child, a person decides.
 */
export const typedNumbers = (text: string): TypedNumber[] =>
  sentencesOf(text).flatMap((sentence) => [...sentence.matchAll(NUMBER)].map(([written]) => ({ written, sentence })));

/** A full stop within a number ends no sentence. */
const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
