import { type Dimension, keyAt, type Place } from './cross-table.js';
import type { Release } from './release.js';
import type { Unprinted } from './what-prints.js';

/** A table as everything that shows it gets it: pages, files and charts are drawn from this alone. A hidden figure is "c". */
export interface PrintedTable {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly (number | Unprinted)[] }[];
  /** The facts that a reader must know to read the table. */
  readonly notes: readonly string[];
}

const TOTAL = 'Total';
/** The words for a hidden figure. */
export const HIDDEN = 'c: hidden, so that nobody can be recognised by a small number, nor by what is left of a total.';

/** What is said of a table in which no number is hidden for being small. */
export const ROUNDED =
  'Every number is rounded to the nearest 5, so that nobody can be recognised by a small one: parts may not add up to their total.';

/** The note on a figure that was printed otherwise before. */
export const REVISED =
  'revised: printed before, and changed since by so little that both numbers together would tell of somebody.';

/**
 * Lays a table out: a place of one dimension in each row, of the other in each column, and the totals last.
 * @param revised those of the hidden figures that were printed before
 * @param named what the council calls a place, by dimension and code
 * @param keyIn the name in the release of a figure of the table, where it is another
 */
export const printedTable = (
  [down, across]: readonly [Dimension, Dimension],
  { figures }: Release,
  hidden: ReadonlySet<string>,
  revised: ReadonlySet<string>,
  named: (dimension: string, code: string) => string,
  keyIn: (key: string) => string = (key) => key,
): PrintedTable => {
  const counts = new Map(figures.map(({ key, count }) => [key, count]));
  const shown = (key: string): number | Unprinted => {
    if (revised.has(key)) return 'revised';
    return hidden.has(key) ? 'c' : counts.get(key)!;
  };
  const laidOut = tableOfKeys([down, across], named);
  const rows = laidOut.rows.map(({ label, keys }) => ({ label, cells: keys.map((key) => shown(keyIn(key))) }));
  return {
    columns: laidOut.columns,
    rows,
    notes: (['c', 'revised'] as const)
      .filter((word) => rows.some(({ cells }) => cells.includes(word)))
      .map((word) => (word === 'c' ? HIDDEN : REVISED)),
  };
};

/** Which figure stands where in a table: a key in the place of each number. */
export const tableOfKeys = (
  [down, across]: readonly [Dimension, Dimension],
  named: (dimension: string, code: string) => string,
): { readonly columns: string[]; readonly rows: { readonly label: string; readonly keys: string[] }[] } => {
  const places = (dimension: Dimension): (string | null)[] => [...inOrder(dimension.places), null];
  const label = (dimension: Dimension, code: string | null): string =>
    code === null ? TOTAL : named(dimension.name, code);
  const at = (row: string | null, column: string | null): string =>
    keyAt({
      ...(row === null ? {} : { [down.name]: row }),
      ...(column === null ? {} : { [across.name]: column }),
    });
  return {
    columns: places(across).map((column) => label(across, column)),
    rows: places(down).map((row) => ({
      label: label(down, row),
      keys: places(across).map((column) => at(row, column)),
    })),
  };
};

/** A place stands below its parts, as a total does. */
const inOrder = (places: readonly Place[]): string[] => places.flatMap(({ code, parts }) => [...inOrder(parts), code]);
