/** Longest texts, in characters as people count them (code points). */
export const NAME = 200;
export const NARRATIVE = 8000;

export interface TextRules {
  readonly max: number;
  /** Line breaks and tabs may stand in it. */
  readonly multiline?: boolean;
}

/**
 * The reason why a value is not a text within the rules, in words that say how to mend it; undefined if it is one. A text in any script is
 * taken as it is or refused, never trimmed or changed; marks that set the direction of writing are letters like any other.
 */
export const whyNotText = (value: unknown, { max, multiline = false }: TextRules): string | undefined => {
  if (typeof value !== 'string') return 'must be text, in quotation marks';
  if (!value.isWellFormed()) return 'holds half a character (a lone surrogate): copy the text again';
  if (value.trim() === '') return 'must not be empty: write something, or leave the field out where it may be';
  if ((multiline ? CONTROLS_BUT_LINE_BREAKS : CONTROLS).test(value))
    return multiline
      ? 'holds control characters: only line breaks and tabs may stand beside the text'
      : 'holds control characters or line breaks: write it on one line';
  if (isLonger(value, max)) return `is longer than ${max} characters: shorten it`;
  return undefined;
};

const CONTROLS = /\p{Cc}|\u2028|\u2029/u;
const CONTROLS_BUT_LINE_BREAKS = /(?![\n\r\t])\p{Cc}/u;

/** By code points, counted no further than needed. */
const isLonger = (value: string, max: number): boolean => {
  if (value.length <= max) return false;
  let count = 0;
  for (const _ of value) if (++count > max) return true;
  return false;
};
