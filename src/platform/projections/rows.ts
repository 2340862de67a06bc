import type { ColumnType, Projection, ProjectionRow } from './projection.js';

/** A value that SQLite can hold. */
export type Stored = string | number | null;

/** How the rows of one projection are written and read, worked out once from its columns. */
export interface RowShape {
  readonly columns: readonly string[];
  readonly key: readonly string[];
  /** Values in the order of the columns, in a list that is used again for the next row. @throws TypeError where a value does not fit its column, naming the column only */
  encode(row: ProjectionRow): Stored[];
  /** The values that name a row. @throws TypeError where one is missing */
  encodeKey(row: ProjectionRow): Stored[];
  decode(stored: Readonly<Record<string, unknown>>): ProjectionRow;
}

/** Works out from the columns of a projection how its rows are written and read. */
export const rowShape = (projection: Projection): RowShape => {
  const columns = Object.keys(projection.columns);
  const writers = columns.map((column) => ({ column, write: WRITERS[projection.columns[column]!] }));
  const readers = columns
    .map((column) => ({ column, read: READERS[projection.columns[column]!] }))
    .filter(({ read }) => read !== asStored);
  const keyed = projection.key.map((column) => ({ column, write: WRITERS[projection.columns[column]!] }));

  const written = (row: ProjectionRow, { column, write }: (typeof writers)[number]): Stored => {
    const value = row[column];
    if (value === null || value === undefined) return null;
    const stored = write(value);
    if (stored === undefined) throw new TypeError(`column ${column} holds a value of another type`);
    return stored;
  };

  const values = new Array<Stored>(writers.length).fill(null);
  return {
    columns,
    key: projection.key,
    encode: (row) => {
      for (let i = 0; i < writers.length; i++) values[i] = written(row, writers[i]!);
      return values;
    },
    encodeKey: (row) =>
      keyed.map((each) => {
        const value = written(row, each);
        if (value === null) throw new TypeError(`key column ${each.column} is empty`);
        return value;
      }),
    decode: (stored) => {
      if (readers.length === 0) return stored;
      const row: Record<string, unknown> = { ...stored };
      for (const { column, read } of readers) {
        const value = row[column];
        if (value !== null && value !== undefined) row[column] = read(value);
      }
      return row;
    },
  };
};

/**
 * A row as a query gave it, with its lists, objects and booleans as the projection knows them; columns that a query added under other
 * names stay as they are.
 */
export const decodeRow = <Row extends ProjectionRow>(projection: Projection<Row>, stored: object): Row => {
  const row: Record<string, unknown> = { ...stored };
  for (const [column, type] of Object.entries<ColumnType>(projection.columns)) {
    const value = row[column];
    if (value !== null && value !== undefined) row[column] = READERS[type](value);
  }
  return row as unknown as Row;
};

const WRITERS: Record<ColumnType, (value: unknown) => Stored | undefined> = {
  text: (value) => (typeof value === 'string' ? value : undefined),
  integer: (value) => (Number.isSafeInteger(value) ? (value as number) : undefined),
  boolean: (value) => (typeof value === 'boolean' ? Number(value) : undefined),
  json: (value) => (Array.isArray(value) && value.length === 0 ? '[]' : JSON.stringify(value)),
};

const asStored = (value: unknown): unknown => value;

const READERS: Record<ColumnType, (value: unknown) => unknown> = {
  text: asStored,
  integer: asStored,
  boolean: (value) => value === 1,
  json: (value) => JSON.parse(value as string) as unknown,
};
