import type { DomainEvent } from '../decider.js';
import type { Position, RecordedEvent } from '../event-store/event-store.js';

/**
 * A read model as data and pure functions. The runner owns everything else: pages, checkpoints, tables, rebuilds.
 *
 * The rows of a partition are its state: a fold gets them, returns the new ones, and the runner writes what changed. So there is no
 * second copy to disagree with, and every figure is counted from rows that can be listed.
 */
export interface Projection<Row extends ProjectionRow = ProjectionRow> {
  /** Also the name of its table. */
  readonly name: string;
  /** Raise it when the fold or the columns change: the runner then builds the new tables beside the old ones. */
  readonly version: number;
  readonly categories: readonly string[];
  readonly columns: { readonly [Column in keyof Row & string]: ColumnType };
  /** Columns that name one row; the first is the partition. */
  readonly key: readonly (keyof Row & string)[];
  readonly indexes?: readonly (readonly (keyof Row & string)[] | IndexOfSome<Row>)[];
  /**
   * The views through which its rows are read, each by name with the condition on its rows, in SQL over the columns of the row alone. One
   * over all rows, named as the projection is, unless told.
   */
  readonly views?: { readonly [name: string]: string };
  /**
   * The column that says up to which revision of its stream a row is folded. The runner writes it after every event of the stream,
   * whether or not `when` names the type, so that no handler can leave it behind. For a partition that is one stream.
   */
  readonly revisionIn?: keyof Row & string;
  /** The partition an event belongs to, or undefined where it says nothing to this read model. */
  partitionBy(event: RecordedEvent): string | undefined;
  /** By event type; types not named here are ignored. */
  readonly when: { readonly [eventType: string]: (rows: readonly Row[], event: RecordedEvent) => readonly Row[] };
}

/**
 * An index of some of the rows only, so that those which nobody will ever look for again cost nothing. A query uses it where its own
 * condition holds this one, word for word, as one of its parts.
 */
export interface IndexOfSome<Row extends ProjectionRow = ProjectionRow> {
  readonly of: readonly (keyof Row & string)[];
  /** The condition on the rows, in SQL over the columns of the row alone. */
  readonly where: string;
}

/** `json` holds lists and objects, `boolean` is kept as 0 or 1; every column may be null. */
export type ColumnType = 'text' | 'integer' | 'boolean' | 'json';
export type ProjectionRow = { readonly [column: string]: unknown };

/** Keeps the row type while a definition is written as a plain object. */
export const projection = <Row extends ProjectionRow>(definition: Projection<Row>): Projection<ProjectionRow> =>
  definition as unknown as Projection<ProjectionRow>;

/** A row as a handler gives it, without the revision that the runner writes. */
export type Unstamped<Row> = Row extends { readonly revision: number } ? Omit<Row, 'revision'> : Row;

/** The `when` of a projection, with each handler given the type of its own event. */
export const handlers = <Event extends DomainEvent, Row extends ProjectionRow>(when: {
  readonly [Type in Event['type']]?: (
    rows: readonly Row[],
    event: Omit<RecordedEvent, 'data' | 'type'> & Extract<Event, { type: Type }>,
  ) => readonly Unstamped<Row>[];
}): Projection<Row>['when'] => when as unknown as Projection<Row>['when'];

/** The access of a query to the read models: plain SQL over views named as the projections are. */
export interface ReadModels {
  all<Row>(sql: string, parameters?: Record<string, unknown> | readonly unknown[]): Row[];
  get<Row>(sql: string, parameters?: Record<string, unknown> | readonly unknown[]): Row | undefined;
  /**
   * Waits until every projection has handled this position. False when they have not within the time (1 s unless told): the write
   * is stored all the same, the reader is only not there yet.
   */
  waitFor(position: Position, milliseconds?: number): Promise<boolean>;
  /**
   * Another text as soon as rows of one of these read models may have changed, whoever wrote them: what was read of them is true for as
   * long as it stays the same.
   */
  revisionOf(names: readonly string[]): string;
  status(): ProjectionStatus[];
  /** How far the catch-up or rebuild under way has come; null where there is none. */
  progress(): ProjectionProgress | null;
}

/**
 * How far something that follows the log has got, kept beside the read models and lost with them: a start goes on from there, and where
 * there is none it does all of its work again.
 */
export interface Bookmarks {
  bookmark(name: string): string | undefined;
  placeBookmark(name: string, text: string): void;
}

export interface ProjectionProgress {
  readonly doing: 'catching-up' | 'rebuilding' | 'verifying';
  /** Events handled since it began. */
  readonly events: number;
  readonly position: Position;
}

export interface ProjectionStatus {
  readonly name: string;
  readonly version: number;
  readonly position: Position | null;
  /** `failed` stops alone at its position; the others go on. */
  readonly state: 'live' | 'catching-up' | 'rebuilding' | 'failed';
  /** The event that stopped it and the reason, without any of its text. */
  readonly failure: string | null;
}
