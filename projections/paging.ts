import { Refusal } from '../src/platform/decider.js';

/** A page of a list and the cursor of the next; null at the end. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** How a list can be sorted: by the name given outside, the SQL that sorts. Null values must be made into something that compares. */
export type Sorts<Sort extends string> = {
  readonly [name in Sort]: { readonly by: string; readonly descending?: true };
};

export interface PageQuestion<Sort extends string> {
  readonly sort?: Sort;
  /** As a page before gave it; only for the same list and sort. */
  readonly cursor?: string;
  /** 1 to 200; 50 unless told. */
  readonly limit?: number;
}

export interface Keyset {
  readonly limit: number;
  /** Condition, order and columns of the SQL; `key` names the row and breaks ties. */
  readonly after: string;
  readonly orderBy: string;
  /** Adds the sort's value and key to a row, by which an outer query can keep the order (`sortedBy`). */
  readonly columns: string;
  readonly sortedBy: string;
  readonly parameters: Record<string, string | number>;
}

export interface KeysetRow {
  readonly sortValue: string | number;
  readonly sortKey: string;
}

const LONGEST_PAGE = 200;

/**
 * Pages by the last row seen, not by counting rows: a row that comes or goes in between moves no other.
 * @throws Refusal `cursor-not-ours`, `limit-out-of-range`
 */
export const keyset = <Sort extends string>(
  sorts: Sorts<Sort>,
  key: string,
  { sort, cursor, limit = 50 }: PageQuestion<Sort> & { readonly sort: Sort },
): Keyset => {
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > LONGEST_PAGE) {
    throw new Refusal('invalid', 'limit-out-of-range', `Ask for 1 to ${LONGEST_PAGE} at a time.`);
  }
  const { by, descending } = sorts[sort];
  const [comparison, direction] = descending ? ['<', 'DESC'] : ['>', 'ASC'];
  const last = cursor === undefined ? undefined : readCursor(cursor, sort);
  return {
    limit,
    after: last === undefined ? 'TRUE' : `(${by}, ${key}) ${comparison} (:afterValue, :afterKey)`,
    orderBy: `${by} ${direction}, ${key} ${direction}`,
    columns: `${by} AS sortValue, ${key} AS sortKey`,
    sortedBy: `sortValue ${direction}, sortKey ${direction}`,
    parameters: { pageLimit: limit + 1, ...(last === undefined ? {} : { afterValue: last[0], afterKey: last[1] }) },
  };
};

/** Turns one row more than was asked for into a page and the cursor of the next. */
export const pageOf = <Row extends KeysetRow, Item>(
  rows: readonly Row[],
  { limit }: Keyset,
  sort: string,
  present: (row: Row) => Item,
): Page<Item> => {
  const last = rows.length > limit ? rows[limit - 1]! : undefined;
  return {
    items: rows.slice(0, limit).map(present),
    next: last === undefined ? null : writeCursor(sort, last),
  };
};

const writeCursor = (sort: string, { sortValue, sortKey }: KeysetRow): string =>
  Buffer.from(JSON.stringify([sort, sortValue, sortKey])).toString('base64url');

const readCursor = (cursor: string, sort: string): [value: string | number, key: string] => {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(read) && read.length === 3) {
      const [for_, value, key] = read as unknown[];
      if (for_ === sort && (typeof value === 'string' || typeof value === 'number') && typeof key === 'string') {
        return [value, key];
      }
    }
  } catch {
    // Not JSON: refused like any other cursor that this list did not give.
  }
  throw new Refusal(
    'invalid',
    'cursor-not-ours',
    'This cursor belongs to another list or sort. Start from the first page.',
  );
};

/** The WHERE of the filters that are given; those left undefined say nothing. Booleans are bound as SQLite keeps them. */
export const conditionsOf = <Filters extends object>(
  conditions: { readonly [Filter in keyof Filters]-?: string },
  filters: Filters,
): { readonly where: readonly string[]; readonly parameters: Record<string, string | number | null> } => {
  const given = Object.entries(filters as Record<string, unknown>).filter(([, value]) => value !== undefined);
  return {
    where: given.map(([filter]) => conditions[filter as keyof Filters]),
    parameters: Object.fromEntries(given.map(([filter, value]) => [filter, bound(value)])),
  };
};

const bound = (value: unknown): string | number | null => {
  if (typeof value === 'boolean') return Number(value);
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  return JSON.stringify(value);
};
