import { malformed } from './problem.js';

/** Entries a page: 50 unless told, 200 at most. */
export const PAGE = 50;
export const LARGEST_PAGE = 200;

/** The place at which a list goes on: the sort value and the key of the last entry given, so that nothing is left out or given twice. */
export interface Cursor {
  readonly value: string | number | null;
  readonly key: string;
}

export const writeCursor = ({ value, key }: Cursor): string =>
  Buffer.from(JSON.stringify([value, key])).toString('base64url');

/** @throws Problem where it is not one that was given out */
export const readCursor = (written: string): Cursor => {
  try {
    const [value, key] = JSON.parse(Buffer.from(written, 'base64url').toString('utf8')) as unknown[];
    if ((value === null || typeof value === 'string' || typeof value === 'number') && typeof key === 'string')
      return { value, key };
  } catch {
    // Not one of ours: said below.
  }
  throw malformed('/cursor', 'is not one that a list gave: begin again without it');
};

/** The parameters of a page, as they stand in the query of the address. */
export interface PageAsked {
  readonly limit?: string;
  readonly cursor?: string;
}

/** Entries of a page: as many as were asked for, else the usual number. */
export const limitOf = ({ limit }: PageAsked): number => (limit === undefined ? PAGE : Number(limit));

/** The page and the cursor of the next one; one entry more than the page holds was read to know whether there is one. */
export const pageOf = <Row, Item>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => Cursor,
  itemOf: (row: Row) => Item,
): { items: Item[]; next: string | null } => {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { items: page.map(itemOf), next: rows.length > limit && last ? writeCursor(cursorOf(last)) : null };
};

export interface Sorting {
  /** SQL of what is sorted by; it must not be null. */
  readonly column: string;
  readonly descending: boolean;
}

/** `raisedOn` or `-raisedOn`: the minus sign begins with the largest. */
export const sortingOf = (sort: string, columns: Readonly<Record<string, string>>): Sorting => ({
  column: columns[sort.replace(/^-/, '')]!,
  descending: sort.startsWith('-'),
});

/** The part of a WHERE that begins after the cursor, and the ORDER BY that goes with it. */
export const after = (
  { column, descending }: Sorting,
  key: string,
  cursor: Cursor | undefined,
): { where: string; order: string; parameters: Record<string, string | number | null> } => {
  const sign = descending ? '<' : '>';
  const direction = descending ? 'DESC' : 'ASC';
  return {
    where: cursor ? `(${column}, ${key}) ${sign} (:afterValue, :afterKey)` : '1',
    order: `${column} ${direction}, ${key} ${direction}`,
    parameters: cursor ? { afterValue: cursor.value, afterKey: cursor.key } : {},
  };
};
