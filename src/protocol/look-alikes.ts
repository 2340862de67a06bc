/** Marks that programs for letters put in place of those of the keyboard: they look the same, and no rule has them in it. */
const COPIED = [
  { what: 'a hyphen', mark: /[\u00AD\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/gu, instead: '-' },
  { what: 'a space', mark: /[\u00A0\u2000-\u200B\u202F\u205F\u3000]/gu, instead: ' ' },
  { what: 'a quotation mark', mark: /[“”„‟«»‘’‚‛‹›´]/gu, instead: '' },
] as const;

/**
 * The advice for a word that looks like a known one and is another to the program, because one of its marks was copied from elsewhere;
 * undefined for any other word.
 */
export const typedAnew = (written: string, known: (typed: string) => boolean): string | undefined => {
  const copied = COPIED.filter(({ mark }) => written.search(mark) >= 0);
  const typed = copied.reduce((word, { mark, instead }) => word.replace(mark, instead), written);
  return copied.length > 0 && known(typed)
    ? `${copied.map(({ what }) => what).join(' and ')} in it was copied from elsewhere; type it anew: ${typed}`
    : undefined;
};

/** Whether words stand between quotation marks that are curly, and so are read as letters of the words. */
export const isInCurlyQuotes = (text: string): boolean =>
  /^[“”„‟«][^“”„‟«»]*[“”»]?$/u.test(text) || /^[^“”„‟«»]+[“”»]$/u.test(text) || /^[‘‚‹].*[’‘›]$/u.test(text);
