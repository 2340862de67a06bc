/** The known word nearest to a misspelt one, if it is near enough to be meant; capitals and hyphens do not matter. */
export const nearest = (written: string, known: readonly string[]): string | undefined => {
  if (written.length > LONGEST_WORD) return undefined;
  const ofInitials = /^[A-Z]{2,4}$/.test(written) ? known.filter((word) => initialsOf(word) === written) : [];
  if (ofInitials.length === 1) return ofInitials[0];
  const [best] = known
    .map((word) => ({ word, distance: distanceBetween(plain(written), plain(word)) }))
    .sort((a, b) => a.distance - b.distance);
  return best && best.distance <= Math.max(1, Math.round(written.length * 0.4)) ? best.word : undefined;
};

const plain = (word: string): string => word.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Whether a word is a known one but for a letter or two, or says that there is none, so that nobody meant another. */
export const isSlip = (written: string, known: readonly string[]): boolean =>
  isWordForNone(written) ||
  known.some((word) => initialsOf(word) === written) ||
  (written.length <= LONGEST_WORD && known.some((word) => distanceBetween(plain(written), plain(word)) <= 2));

/** `TM` for `team-manager`, as people call posts and children. */
const initialsOf = (word: string): string =>
  word
    .split('-')
    .map((part) => part.slice(0, 1).toUpperCase())
    .join('');

/** For a word that is not known: the one that is meant, or all there are. */
export const nearestOrAll = (written: string, known: readonly string[]): string => {
  const near = known.includes('none') && isWordForNone(written) ? 'none' : nearest(written, known);
  return near === undefined ? `allowed: ${known.join(', ')}` : `did you mean '${near}'?`;
};

/** Whether somebody wrote in a word of their own that there is nobody and nothing. */
export const isWordForNone = (written: string): boolean => WORDS_FOR_NONE.includes(written.toLowerCase());

const WORDS_FOR_NONE = ['none', 'no', 'false', 'nobody', 'nothing', 'no one', 'no-one', 'nil', 'n/a'];

/**
 * The names in `a, b`, `a or b` or `a b`, each as the nearest known one where there is one; undefined where it is one name, or none of them
 * is known.
 */
export const apart = (written: string, known: readonly string[]): readonly string[] | undefined => {
  if (written.length > LONGEST_WORD * 5) return undefined;
  const names = written.split(/[,;/+&]|\s(?:and|or|-)\s/).map((name) => name.trim());
  const bySpaces = written.split(/\s+/);
  if (bySpaces.length > 1 && bySpaces.every((name) => known.includes(name))) return bySpaces;
  const meant = names.map((name) => nearest(name, known));
  if (names.length < 2 || names.includes('') || meant.every((name) => name === undefined)) return undefined;
  return names.map((name, index) => meant[index] ?? name);
};

const LONGEST_WORD = 60;

/** Levenshtein's distance: letters to add, drop or change. */
const distanceBetween = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length]!;
};
