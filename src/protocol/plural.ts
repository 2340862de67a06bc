/** Several of a thing, by the rules of English spelling; a council whose word has another plural says it. */
export const pluralOf = (word: string): string => {
  if (/[^aeiou]y$/i.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/i.test(word) ? `${word}es` : `${word}s`;
};
