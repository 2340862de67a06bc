/**
 * A spelling without what people write one way or the other: capitals, spaces, hyphens and dashes. So `Through-Care 1`,
 * `through care 1 ` and `ThroughCare1` are one, and so are `TC 3` and `TC3`.
 */
export const plainSpelling = (written: string): string =>
  written
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Dash_Punctuation}]+/gu, '');

/** A person's name without capitals, spaces and punctuation: `P. Ames`, `P Ames` and `p.ames` are one. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, '');

/** A name as part of an id: letters and digits, words joined by hyphens. `P. Ames` gives `p-ames`. */
export const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');

const MOST_NAMED = 20;

/** Names what there is, for a person who wrote something else: `Known are: Localities, Through Care`. */
export const namedAmong = (known: readonly string[]): string => {
  if (known.length === 0) return 'None is known yet';
  const more = known.length - MOST_NAMED;
  return `Known are: ${known.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
};
