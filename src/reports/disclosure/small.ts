/** The records behind a figure, of which few would point at somebody. */
export interface CountedOf {
  readonly records: number;
  /** How many children they are about; null where that was not collected, and few children cannot be seen. */
  readonly children: number | null;
  /** Of acknowledgements, how many staff were thanked; null of disputes, and where that was not collected. */
  readonly staff: number | null;
}

/** Before whom figures come. The board is a public meeting unless its paper is exempt from publication. */
export const AUDIENCES = ['public', 'board', 'board-exempt', 'inside'] as const;
export type Audience = (typeof AUDIENCES)[number];

/**
 * Below which a number is small (domain brief, section 8), as the council has set it; 1 where none is. A board that meets in public reads as
 * the public does.
 */
export const thresholdFor = (
  audience: Audience,
  { public: inPublic, boardExempt }: { readonly public: number; readonly boardExempt: number },
): number => ({ public: inPublic, board: inPublic, 'board-exempt': boardExempt, inside: 1 })[audience];

/** That a count must not be printed: 12 disputes about 2 children are few. Zero prints: it is about nobody. */
export const isSmall = ({ records, children, staff }: CountedOf, threshold: number): boolean =>
  records > 0 && [records, children, staff].some((counted) => counted !== null && counted < threshold);
