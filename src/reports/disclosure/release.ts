/**
 * The figures that are to be given out together, and which of them add up to which. A figure that stands in two tables is one figure, named by
 * one key, so that what the tables say together is seen.
 */
export interface Release {
  readonly figures: readonly Figure[];
  readonly sums: readonly Sum[];
  /** Counts below this are small (domain brief, section 8); a whole number, 1 or more. At 1 nothing is small. */
  readonly threshold: number;
  /** Readers who know some figures already: a team knows its own. Each is the keys of what one of them knows. */
  readonly insiders: readonly ReadonlySet<string>[];
  /**
   * How many of the insiders, the first of them, were told nothing. The others have answers of the council besides, and are kept from small
   * figures alone: a large one that they work out tells of nobody. All unless told.
   */
  readonly untold?: number;
}

export interface Figure {
  readonly key: string;
  /** Records counted: a whole number, 0 or more. */
  readonly count: number;
  /** It must not be printed: it counts few records, or few people (`small.ts`). */
  readonly small: boolean;
  /**
   * Settled beforehand: `printed` where it is known outside already or must be given; `hidden` where it was hidden before; `revised` where
   * another number was printed before, and both together would say how many records came or went.
   */
  readonly settled?: 'printed' | 'hidden' | 'revised';
}

/** A total and all its parts, by their keys. */
export interface Sum {
  readonly total: string;
  readonly parts: readonly string[];
}

/**
 * Another set of counts that a reader of the release cannot tell from the true one: by how much it differs from the true counts, by key. A
 * figure that is not named keeps its count.
 */
export type Deviation = ReadonlyMap<string, number>;

/** That a hidden figure could be another one, also for an insider; `null` for a reader who knows nothing else. */
export interface Need {
  readonly key: string;
  readonly insider: number | null;
}

/** The hidden figures, and the proof that they are enough. */
export interface Hiding {
  readonly hidden: ReadonlySet<string>;
  /** For each hidden figure and each reader a set of counts in which it is another one: `proof.ts` tries them. */
  readonly deviations: readonly Deviation[];
  /** The figures that cannot be kept from a reader, whatever else is hidden: a figure was settled beforehand. Empty where all is well. */
  readonly impossible: readonly Need[];
}

/**
 * How far above its count a small figure must be able to lie: at the threshold or beyond, and half a threshold at the least, so that a bound
 * just beyond the count does not give it away.
 */
export const reachOf = ({ count }: Figure, threshold: number): number =>
  Math.max(threshold - count, Math.ceil(threshold / 2));

/** That it is hidden whatever else is: it is small, or that was settled. */
export const isHiddenAnyway = ({ small, settled }: Figure): boolean =>
  small || settled === 'hidden' || settled === 'revised';

/**
 * Every reader from whom a figure must be kept: an insider knows their own figures anyway. Which records came to a figure that tells of
 * nobody those know to whom they came; from the others it is kept.
 */
export const needsOf = (
  { key, small, settled }: Figure,
  { insiders, untold = insiders.length }: Pick<Release, 'insiders' | 'untold'>,
): Need[] => [
  { key, insider: null },
  ...insiders.flatMap((known, insider) =>
    known.has(key) || (!small && (settled === 'revised' || insider >= untold)) ? [] : [{ key, insider }],
  ),
];

/**
 * The same release, with all that its insiders know: a total whose other parts are printed zeros counts nothing but what is theirs. It is
 * their own figure, and cannot be kept from them.
 */
export const withAllThatIsKnown = (release: Release): Release => {
  const nothing = release.figures.filter(({ count }) => count === 0).map(({ key }) => key);
  const withTotals = (known: ReadonlySet<string>): ReadonlySet<string> => {
    const all = new Set([...known, ...nothing]);
    for (let before = -1; before < all.size;) {
      before = all.size;
      for (const { total, parts } of release.sums) if (parts.every((part) => all.has(part))) all.add(total);
    }
    return all;
  };
  return { ...release, insiders: release.insiders.map(withTotals) };
};

/**
 * That a set of other counts keeps a figure from a reader: a small one may be large in it, any other is another number in it, and nothing
 * is changed of what the reader knows.
 */
export const meets = (deviation: Deviation, { key, insider }: Need, figure: Figure, release: Release): boolean => {
  const moved = deviation.get(key) ?? 0;
  if (figure.small ? moved < reachOf(figure, release.threshold) : moved === 0) return false;
  return insider === null || ![...deviation.keys()].some((other) => release.insiders[insider]!.has(other));
};

/** @throws Error for a release that is not one: a fault of the person who put it together */
export const mustBeRelease = ({ figures, sums, threshold, insiders }: Release): void => {
  const counts = new Map(figures.map(({ key, count }) => [key, count]));
  if (counts.size !== figures.length) throw new Error('A release names a figure twice.');
  if (!Number.isSafeInteger(threshold) || threshold < 1) throw new Error('A threshold is a whole number, 1 or more.');
  const countOf = (key: string): number => {
    const count = counts.get(key);
    if (count === undefined) throw new Error(`A release has no figure ${key}.`);
    return count;
  };
  for (const [key, count] of counts)
    if (!Number.isSafeInteger(count) || count < 0) throw new Error(`The figure ${key} is not a count.`);
  for (const { total, parts } of sums) {
    const added = parts.reduce((sum, part) => sum + countOf(part), 0);
    if (added !== countOf(total)) throw new Error(`The figure ${total} is not the sum of its parts.`);
  }
  for (const known of insiders) for (const key of known) countOf(key);
};
