import type { Position, RecordedEvent } from '../event-store/event-store.js';
import { FoldGroup, type Reader, slowest } from './fold-group.js';
import type { Projection } from './projection.js';
import { ProjectionFold } from './projection-fold.js';
import { ReadModelDatabase, type ReadModelTable } from './read-model-database.js';
import type { Followed } from './retold.js';
import type { Stored } from './rows.js';

/** How one table compares with a recomputation from nothing. */
export interface TableVerified {
  readonly name: string;
  /** Rows of the recomputation. */
  readonly rows: number;
  /** Rows that are missing, too many, or other than they should be. */
  readonly differences: number;
  /** The position up to which both were compared; null for none. */
  readonly position: Position | null;
  /** The reason why the projection could not go on, where it could not. */
  readonly failure: string | null;
}

export interface ServingTable {
  readonly table: ReadModelTable;
  readonly position: Position | null;
}

export interface Verification {
  readonly store: Pick<Followed, 'readAll'>;
  readonly projections: readonly Projection[];
  /** The database that serves now, by projection; asked again after every page, for it may move on meanwhile. */
  serving(): ReadonlyMap<string, ServingTable>;
  onPage(events: number, position: Position): void;
}

const PAGE = 1_000;

export const verifyTables = async (verification: Verification): Promise<TableVerified[]> => {
  const { store, projections } = verification;
  const temporary = new ReadModelDatabase('');
  try {
    const group = new FoldGroup(temporary);
    for (const projection of projections) {
      const table = temporary.createTable(projection, 1);
      group.add(new ProjectionFold(projection, null, (partition) => table.load(partition)), table);
    }
    let handled = 0;
    for (;;) {
      const serving = verification.serving();
      const behind = [...group.readers.values()].filter((reader) => !isLevel(reader, serving.get(nameOf(reader))));
      const page = behind.length === 0 ? [] : await store.readAll(slowest(behind), { limit: PAGE });
      if (page.length === 0) break;
      const ends = new Set(behind.map((reader) => serving.get(nameOf(reader))!.position!));
      const [end] = ends;
      // Usually all serve the same position, and none has come there yet: then each event goes to its readers alone.
      if (ends.size === 1 && behind.length === group.left) group.take(upTo(end!, page));
      else for (const reader of behind) reader.fold.fold(upTo(serving.get(nameOf(reader))!.position!, page));
      handled += page.length;
      verification.onPage(handled, page.at(-1)!.position);
      if (group.due) group.flush();
    }
    group.flush();
    const serving = verification.serving();
    return [...group.readers.values()].map((reader) => compare(reader, serving.get(nameOf(reader))));
  } finally {
    temporary.close();
  }
};

const nameOf = (reader: Reader): string => reader.fold.projection.name;

const isLevel = ({ fold }: Reader, serving: ServingTable | undefined): boolean =>
  fold.failure !== null || fold.position === (serving?.position ?? null);

const upTo = (position: Position, page: readonly RecordedEvent[]): readonly RecordedEvent[] =>
  page.at(-1)!.position <= position ? page : page.filter((event) => event.position <= position);

const compare = (reader: Reader, serving: ServingTable | undefined): TableVerified => {
  const expected = reader.table.rows();
  const found = serving?.table.rows() ?? [][Symbol.iterator]();
  const keyed = reader.fold.projection.key.map((column) => reader.fold.shape.columns.indexOf(column));
  let rows = 0;
  let differences = 0;
  let want = expected.next();
  let have = found.next();
  while (!want.done || !have.done) {
    const order = want.done ? 1 : have.done ? -1 : byKey(keyed, want.value, have.value);
    if (order !== 0 || !sameRow(want.value, have.value)) differences++;
    if (order <= 0) {
      rows++;
      want = expected.next();
    }
    if (order >= 0) have = found.next();
  }
  return { name: nameOf(reader), rows, differences, position: reader.fold.position, failure: reader.fold.failure };
};

/** SQLite sorts text by its bytes in UTF-8; so must we, or two equal tables would seem to differ. */
const byKey = (keyed: readonly number[], a: readonly Stored[], b: readonly Stored[]): number => {
  for (const column of keyed) {
    const [left, right] = [a[column]!, b[column]!];
    if (left === right) continue;
    if (typeof left === 'number' && typeof right === 'number') return left - right;
    return Buffer.compare(Buffer.from(String(left)), Buffer.from(String(right)));
  }
  return 0;
};

const sameRow = (a: readonly Stored[], b: readonly Stored[]): boolean => a.every((value, i) => value === b[i]);
