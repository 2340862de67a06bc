/** A share of a base, with the count behind it. */
export interface PrintedShare {
  readonly share: number | null;
  readonly count: number | null;
  readonly of: number | null;
  /** The base of the share; shares of one base are added up. */
  readonly base: string | null;
}

/**
 * A note on the shares that together make up their base and do not add to 100: each is rounded from its own count, so their sum may be
 * a little more or less.
 */
export const addedTo100 = (shares: readonly PrintedShare[]): string[] => {
  const bases = new Map<string, PrintedShare[]>();
  for (const each of shares) if (each.base !== null) bases.set(each.base, [...(bases.get(each.base) ?? []), each]);
  return [...bases].flatMap(([base, parts]) => {
    const counted = parts.reduce((sum, { count }) => sum + (count ?? 0), 0);
    const added = parts.reduce((sum, { share }) => sum + (share ?? 0), 0);
    const whole = parts[0]!.of;
    return parts.length > 1 && counted === whole && whole > 0 && added !== 100 ? [roundedInWords(base, added)] : [];
  });
};

export const roundedInWords = (base: string, added: number): string =>
  `shares of ${base} add to ${added}%, for each is rounded by itself`;
