import type { Dimension } from '../../disclosure/cross-table.js';
import type { CountedRecord } from '../../disclosure/release-of-records.js';

/*
 * Whether the child of a dispute was heard, as tables count it: whether a view is on record, and whether an advocate was offered. No register
 * has a column for either, so a dispute that nobody took on in the service stands apart.
 */

/** What the record of a dispute says of its child. */
export interface HeardRow {
  readonly takenOn: number;
  readonly hasView: number;
  /** Null where nobody wrote it. */
  readonly advocateOffered: number | null;
}

const NOT_COLLECTED = 'not-collected';

export const heardAt = ({ takenOn, hasView, advocateOffered }: HeardRow): { view: string; advocate: string } => {
  if (takenOn === 0) return { view: NOT_COLLECTED, advocate: NOT_COLLECTED };
  const advocate = advocateOffered === null ? 'not-written' : advocateOffered === 1 ? 'offered' : 'not-offered';
  return { view: hasView === 1 ? 'on-record' : 'none', advocate };
};

const IN_WORDS = {
  view: { 'on-record': 'Child’s view on record', none: 'No view on record', [NOT_COLLECTED]: 'Not collected' },
  advocate: {
    ...{ offered: 'Advocate offered', 'not-offered': 'No advocate offered', 'not-written': 'Nothing written down' },
    [NOT_COLLECTED]: 'Not collected',
  },
} as const;

export type HeardBy = keyof typeof IN_WORDS;

export const isHeardBy = (dimension: string): dimension is HeardBy => dimension in IN_WORDS;

export const heardInWords = (dimension: HeardBy, code: string): string =>
  (IN_WORDS[dimension] as Readonly<Record<string, string>>)[code] ?? code;

/** Without places where no dispute was taken on in the service. */
export const heardPlaces = (dimension: HeardBy, counted: readonly CountedRecord[]): Dimension => {
  const found = new Set(counted.map(({ at }) => at[dimension] ?? NOT_COLLECTED));
  const isCollected = [...found].some((code) => code !== NOT_COLLECTED);
  const codes = Object.keys(IN_WORDS[dimension]).filter((code) => code !== NOT_COLLECTED || found.has(code));
  return { name: dimension, places: isCollected ? codes.map((code) => ({ code, parts: [] })) : [] };
};
