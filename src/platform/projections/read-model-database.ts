import Database from 'better-sqlite3';
import type { Position } from '../event-store/event-store.js';
import { makePrivateFile } from '../private-files.js';
import { sqliteCodeOf } from '../sqlite-code.js';
import { keepWriteAhead } from '../write-ahead.js';
import type { ColumnType, Projection, ProjectionRow } from './projection.js';
import { type RowSink, UnfitRows } from './projection-fold.js';
import { type RowShape, rowShape, type Stored } from './rows.js';

/** The tables of one projection that serve now. */
export interface Generation {
  readonly projection: string;
  readonly version: number;
  /** Columns, key and indexes as they were when the tables were made. */
  readonly definition: string;
  readonly number: number;
  readonly position: Position | null;
  readonly failure: string | null;
}

/** How far a read model has come, and why no further where it has failed. */
export interface Standing {
  readonly projection: string;
  readonly position: Position | null;
  readonly failure: string | null;
}

const SQL_TYPES: Record<ColumnType, string> = { text: 'TEXT', integer: 'INTEGER', boolean: 'INTEGER', json: 'TEXT' };
const STATEMENTS_KEPT = 500;
const PAGE_BYTES = 16_384;
/** Most that SQLite keeps in memory of the file, and of tables that are being filled; what is beyond lies in the system's own cache. */
const CACHE_KIBIBYTES = 32_768;
const TEMPORARY_CACHE_KIBIBYTES = 32_768;
const PAGES_WRITTEN_AHEAD = 4_096;
/** SQLite's names for what is gone with the connection. */
const NOT_KEPT: readonly string[] = ['', ':memory:'];

/**
 * The SQLite file of the read models. Each projection has tables numbered by generation and a view of its own name over the one that
 * serves; the list of generations, with the position of each, changes in the same transactions as their rows. Everything here can be
 * made again from the log, so losing the last moments at a power cut is no harm (`synchronous=NORMAL`).
 */
export class ReadModelDatabase {
  private readonly connection: Database.Database;
  private readonly queries = new Map<string, Database.Statement<unknown[]>>();
  /** How often each read model was written through this connection. */
  private readonly writings = new Map<string, number>();

  constructor(path: string, options: { readOnly?: boolean } = {}) {
    if (!options.readOnly && !NOT_KEPT.includes(path)) makePrivateFile(path);
    this.connection = new Database(path, {
      readonly: options.readOnly ?? false,
      fileMustExist: options.readOnly ?? false,
    });
    this.connection.pragma('busy_timeout = 5000');
    this.connection.pragma(`cache_size = -${CACHE_KIBIBYTES}`);
    if (options.readOnly) return;
    this.connection.pragma(`page_size = ${PAGE_BYTES}`);
    keepWriteAhead(this.connection, PAGES_WRITTEN_AHEAD * PAGE_BYTES);
    this.connection.pragma(`wal_autocheckpoint = ${PAGES_WRITTEN_AHEAD}`);
    this.connection.pragma('synchronous = NORMAL');
    this.connection.pragma('temp.journal_mode = MEMORY');
    this.connection.pragma(`temp.cache_size = -${TEMPORARY_CACHE_KIBIBYTES}`);
    this.connection.exec(`CREATE TABLE IF NOT EXISTS read_model_generations (
      projection TEXT PRIMARY KEY,
      version INTEGER NOT NULL,
      definition TEXT NOT NULL,
      number INTEGER NOT NULL,
      position TEXT,
      failure TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS bookmarks (name TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID`);
  }

  bookmark(name: string): string | undefined {
    return this.get<{ text: string }>('SELECT text FROM bookmarks WHERE name = ?', [name])?.text;
  }

  placeBookmark(name: string, text: string): void {
    this.query('INSERT OR REPLACE INTO bookmarks VALUES (?, ?)').run(name, text);
  }

  generations(): Map<string, Generation> {
    const rows = this.all<Generation>('SELECT * FROM read_model_generations');
    return new Map(rows.map((row) => [row.projection, row]));
  }

  /** Lets go of read models that no longer exist. */
  dropUnknown(projections: readonly Projection[]): void {
    const known = new Set(projections.map(({ name }) => name));
    this.inTransaction(() => {
      for (const generation of this.generations().values()) {
        const { projection, number } = generation;
        if (known.has(projection)) continue;
        this.dropViews(generation);
        this.run(`DROP TABLE IF EXISTS ${quoted(tableName(projection, number))}`);
        this.run('DELETE FROM read_model_generations WHERE projection = ?', [projection]);
      }
    });
  }

  /** An empty table that nobody sees yet; without indexes, which are quicker made at the end. */
  createTable(projection: Projection, number: number): ReadModelTable {
    this.createTableIn('main', projection, number);
    return this.table(projection, number);
  }

  /**
   * A table to be filled beside the one that serves. It is gone with the connection, so that a rebuild cut short leaves nothing, and its
   * pages reach the disk once, when they are moved.
   */
  createTemporaryTable(projection: Projection, number: number): ReadModelTable {
    this.createTableIn('temp', projection, number);
    return new ReadModelTable(this.connection, projection, number, 'temp');
  }

  /** Moves what was filled beside into the file, page by page since both are made alike, with its indexes. Part of the caller's transaction. */
  keep(projection: Projection, { name, number }: ReadModelTable): ReadModelTable {
    this.createTableIn('main', projection, number);
    this.run(`INSERT INTO main.${quoted(name)} SELECT * FROM temp.${quoted(name)}`);
    this.createIndexes(projection, number);
    return this.table(projection, number);
  }

  createIndexes(projection: Projection, number: number): void {
    const table = tableName(projection.name, number);
    for (const [number, index] of (projection.indexes ?? []).entries()) {
      const { of, where } = 'where' in index ? index : { of: index, where: null };
      this.run(
        `CREATE INDEX main.${quoted(`${table}_${number}`)} ON ${quoted(table)} (${of.map(quoted).join(', ')})` +
          (where === null ? '' : ` WHERE ${where}`),
      );
    }
  }

  table(projection: Projection, number: number): ReadModelTable {
    return new ReadModelTable(this.connection, projection, number);
  }

  dropTemporary(tables: readonly ReadModelTable[]): void {
    for (const { name } of tables) this.run(`DROP TABLE IF EXISTS temp.${quoted(name)}`);
  }

  /** Told whenever rows of a read model are written. */
  wrote(name: string): void {
    this.writings.set(name, (this.writings.get(name) ?? 0) + 1);
  }

  /** Another text after each {@link wrote} of one of these read models, and after whatever another connection writes to the file. */
  revisionOf(names: readonly string[]): string {
    const { data_version: byOthers } = this.get<{ data_version: number }>('PRAGMA data_version')!;
    return `${byOthers} ${names.map((name) => this.writings.get(name) ?? 0).join(' ')}`;
  }

  /** From now on this table serves under the projection's name, and the one before it is gone. Part of the caller's transaction. */
  serve(projection: Projection, number: number, position: Position | null, failure: string | null = null): void {
    const before = this.generations().get(projection.name);
    const columns = Object.keys(projection.columns).map(quoted).join(', ');
    this.wrote(projection.name);
    if (before !== undefined) this.dropViews(before);
    for (const [view, where] of viewsOf(projection))
      this.run(
        `CREATE VIEW ${quoted(view)} AS SELECT ${columns} FROM ${quoted(tableName(projection.name, number))}` +
          (where === null ? '' : ` WHERE ${where}`),
      );
    this.run('INSERT OR REPLACE INTO read_model_generations VALUES (?, ?, ?, ?, ?, ?)', [
      projection.name,
      projection.version,
      definitionOf(projection),
      number,
      position,
      failure,
    ]);
    if (before && before.number !== number)
      this.run(`DROP TABLE IF EXISTS main.${quoted(tableName(projection.name, before.number))}`);
  }

  /**
   * Moves positions forward, never back, and says what has failed. Part of the caller's transaction, and of each flush: nearly always all
   * have come to the same event, and two statements are enough for them.
   */
  moveTo(standings: readonly Standing[]): void {
    for (const { position, failure, projections } of alike(standings)) {
      const named = 'projection IN (SELECT value FROM json_each(:projections))';
      this.query(
        `UPDATE read_model_generations SET position = :position WHERE ${named} AND (position IS NULL OR position < :position)`,
      ).run({ position, projections });
      this.query(`UPDATE read_model_generations SET failure = :failure WHERE ${named} AND failure IS NOT :failure`).run(
        { failure, projections },
      );
    }
  }

  /** All of it or nothing; inside another one, a part that can fail alone. */
  inTransaction(work: () => void): void {
    this.connection.transaction(work).immediate();
  }

  /** Every reading of `work` is of one moment, whoever writes meanwhile. */
  async inSnapshot<Result>(work: () => Promise<Result>): Promise<Result> {
    this.connection.exec('BEGIN');
    try {
      return await work();
    } finally {
      this.connection.exec('COMMIT');
    }
  }

  all<Row>(sql: string, parameters?: Record<string, unknown> | readonly unknown[]): Row[] {
    return this.query(sql).all(...bound(parameters)) as Row[];
  }

  get<Row>(sql: string, parameters?: Record<string, unknown> | readonly unknown[]): Row | undefined {
    return this.query(sql).get(...bound(parameters)) as Row | undefined;
  }

  close(): void {
    this.connection.close();
  }

  /** A statement prepared once; the least used go when there are too many. */
  private query(sql: string): Database.Statement<unknown[]> {
    let statement = this.queries.get(sql);
    if (statement === undefined) {
      statement = this.connection.prepare<unknown[]>(sql);
      if (this.queries.size >= STATEMENTS_KEPT) this.queries.delete(this.queries.keys().next().value!);
      this.queries.set(sql, statement);
    }
    return statement;
  }

  /** The rows lie in the order of their making; sorted by their keys, which come in no order, each insert would touch another page. */
  private createTableIn(schema: Schema, projection: Projection, number: number): void {
    const columns = Object.entries<ColumnType>(projection.columns).map(
      ([column, type]) => `${quoted(column)} ${SQL_TYPES[type]}${projection.key.includes(column) ? ' NOT NULL' : ''}`,
    );
    this.run(
      `CREATE TABLE ${schema}.${quoted(tableName(projection.name, number))} (${columns.join(', ')}, ` +
        `PRIMARY KEY (${projection.key.map(quoted).join(', ')})) STRICT`,
    );
  }

  /** The views as they were made with the tables of a generation. */
  private dropViews({ projection, definition }: Generation): void {
    const { views } = JSON.parse(definition) as Pick<Projection, 'views'>;
    for (const [view] of viewsOf({ name: projection, ...(views === undefined ? {} : { views }) }))
      this.run(`DROP VIEW IF EXISTS ${quoted(view)}`);
  }

  private run(sql: string, parameters: readonly unknown[] = []): void {
    this.connection.prepare<unknown[]>(sql).run(...parameters);
  }
}

/** `temp` is SQLite's own name for what is gone with the connection. */
type Schema = 'main' | 'temp';

/** One generation of one projection's rows. */
export class ReadModelTable implements RowSink {
  readonly name: string;
  private readonly shape: RowShape;
  private readonly select: Database.Statement<unknown[]>;
  private readonly add: Database.Statement<unknown[]>;
  private readonly put: Database.Statement<unknown[]>;
  private readonly delete: Database.Statement<unknown[]>;
  private readonly everything: Database.Statement<unknown[]>;

  constructor(
    connection: Database.Database,
    projection: Projection,
    readonly number: number,
    schema: Schema = 'main',
  ) {
    this.shape = rowShape(projection);
    this.name = tableName(projection.name, number);
    const table = `${schema}.${quoted(this.name)}`;
    const columns = this.shape.columns.map(quoted).join(', ');
    const key = projection.key.map(quoted);
    const sorted = `SELECT ${columns} FROM ${table}`;
    this.select = connection.prepare<unknown[]>(`${sorted} WHERE ${key[0]} = ? ORDER BY ${key.join(', ')}`);
    const into = `INTO ${table} (${columns}) VALUES (${this.shape.columns.map(() => '?').join(', ')})`;
    this.add = connection.prepare<unknown[]>(`INSERT ${into}`);
    this.put = connection.prepare<unknown[]>(`INSERT OR REPLACE ${into}`);
    this.delete = connection.prepare<unknown[]>(
      `DELETE FROM ${table} WHERE ${key.map((each) => `${each} = ?`).join(' AND ')}`,
    );
    this.everything = connection.prepare<unknown[]>(`${sorted} ORDER BY ${key.join(', ')}`).raw();
  }

  /** The rows of a partition, in the order of their keys. */
  load(partition: string): readonly ProjectionRow[] {
    return this.select.all(partition).map((row) => this.shape.decode(row as Record<string, unknown>));
  }

  insert(values: readonly Stored[]): void {
    write(this.add, values);
  }

  replace(values: readonly Stored[]): void {
    write(this.put, values);
  }

  remove(key: readonly Stored[]): void {
    this.delete.run(key);
  }

  /** Every row as stored, sorted by key. */
  rows(): IterableIterator<Stored[]> {
    return this.everything.iterate() as IterableIterator<Stored[]>;
  }
}

/** Those that stand alike, each with the names of its read models as a list in JSON. */
const alike = (
  standings: readonly Standing[],
): { position: Position | null; failure: string | null; projections: string }[] =>
  [...Map.groupBy(standings, ({ position, failure }) => JSON.stringify([position, failure])).values()].map((group) => ({
    position: group[0]!.position,
    failure: group[0]!.failure,
    projections: JSON.stringify(group.map(({ projection }) => projection)),
  }));

/** The shape from which a table was made: if this differs the rows must be made again, whatever the version says. */
export const definitionOf = ({ columns, key, indexes, views }: Projection): string =>
  JSON.stringify({ columns, key, indexes: indexes ?? [], ...(views === undefined ? {} : { views }) });

/** The names of the views of a projection, each with the condition on its rows; null where it has all of them. */
const viewsOf = ({ name, views }: Pick<Projection, 'name' | 'views'>): readonly (readonly [string, string | null])[] =>
  views === undefined ? [[name, null]] : Object.entries(views);

const write = (statement: Database.Statement<unknown[]>, values: readonly Stored[]): void => {
  try {
    statement.run(values);
  } catch (error) {
    throw hasUnfitKey(error) ? new UnfitRows() : error;
  }
};

/** The key is taken already, or part of it is empty. */
const hasUnfitKey = (error: unknown): boolean => UNFIT_KEY.includes(sqliteCodeOf(error));
const UNFIT_KEY: readonly (string | undefined)[] = ['SQLITE_CONSTRAINT_PRIMARYKEY', 'SQLITE_CONSTRAINT_NOTNULL'];

const tableName = (projection: string, number: number): string => `${projection}__${number}`;

const quoted = (name: string): string => {
  if (!/^[a-z_][a-z0-9_]*$/i.test(name)) throw new Error(`Not a name for a table or column: ${name}`);
  return `"${name}"`;
};

const bound = (parameters?: Record<string, unknown> | readonly unknown[]): unknown[] =>
  parameters === undefined ? [] : Array.isArray(parameters) ? [...(parameters as unknown[])] : [parameters];
