import type { Clock } from './clock/clock.js';
import { Refusal } from './decider.js';
import { idShown } from './logging/fields.js';

/**
 * Everywhere the program works over the rows of everybody: loops that act by themselves, and lists that people read. A new one is
 * named here, and test/rows-apart.spec.ts then asks for a row that refuses in it.
 */
export const WORK_OVER_ROWS = [
  'deadlines',
  'disputes that follow their children',
  'silence about recommendations',
  'meetings of series',
  'reminders',
  'reminders of recommendations',
  'digests',
  'sending notices',
  'open disputes',
  'agendas',
  'what a holiday moves',
] as const;
export type WorkOverRows = (typeof WORK_OVER_ROWS)[number];

/** One loop or list, and the rows in it that could not be worked out: ids only, and of those that might be names a digest. */
export interface TroubledRows {
  readonly work: WorkOverRows;
  readonly ids: readonly string[];
}

/** A row that is read now and then, and has not failed for so long (milliseconds), is forgotten. */
const REMEMBERED_FOR = 60 * 60 * 1000;

/** What is told of the first time that a row fails. */
export type OnTroubledRow = (work: WorkOverRows, id: string, error: unknown) => void;

/**
 * Keeps the rows of everybody apart: one that cannot be worked out is noted here and passed over, and the others go on. Health says
 * how many there are, and which.
 */
export class RowTroubles {
  private readonly failedAt = new Map<WorkOverRows, Map<string, number>>();

  constructor(
    private readonly clock: Clock,
    private readonly onTrouble: OnTroubledRow = () => {},
  ) {}

  /**
   * Works on each row by itself, in order. Rows that failed before and are not among these any more are forgotten.
   * @throws whatever is not the fault of one row: a log that is away stops the loop, and the next round begins it again
   */
  async each<Row>(
    work: WorkOverRows,
    rows: Iterable<Row>,
    idOf: (row: Row) => string,
    act: (row: Row) => Promise<unknown>,
  ): Promise<void> {
    const seen = new Set<string>();
    for (const row of rows) {
      seen.add(idOf(row));
      await this.apart(work, idOf(row), () => act(row), undefined);
    }
    for (const id of this.failedAt.get(work)?.keys() ?? []) if (!seen.has(id)) this.worked(work, id);
  }

  /** @returns `instead` where the row fails */
  async apart<Result, Instead>(
    work: WorkOverRows,
    id: string,
    act: () => Promise<Result>,
    instead: Instead,
  ): Promise<Result | Instead> {
    try {
      const result = await act();
      this.worked(work, id);
      return result;
    } catch (error) {
      if (!isOfTheRow(error)) throw error;
      this.failed(work, id, error);
      return instead;
    }
  }

  worked(work: WorkOverRows, id: string): void {
    this.failedAt.get(work)?.delete(id);
  }

  failed(work: WorkOverRows, id: string, error: unknown): void {
    const rows = this.failedAt.get(work) ?? new Map<string, number>();
    this.failedAt.set(work, rows);
    if (!rows.has(id)) this.onTrouble(work, id, error);
    rows.set(id, Date.parse(this.clock.now()));
  }

  now(): TroubledRows[] {
    const since = Date.parse(this.clock.now()) - REMEMBERED_FOR;
    return [...this.failedAt].flatMap(([work, rows]) => {
      for (const [id, at] of rows) if (at < since) rows.delete(id);
      return rows.size === 0 ? [] : [{ work, ids: [...rows.keys()].map(idShown).sort() }];
    });
  }
}

/** The same for a row of a list that is worked out at once: `instead` where it fails. */
export const workedOut = <Result, Instead>(
  troubles: Pick<RowTroubles, 'worked' | 'failed'> | undefined,
  work: WorkOverRows,
  id: string,
  act: () => Result,
  instead: Instead,
): Result | Instead => {
  try {
    const result = act();
    troubles?.worked(work, id);
    return result;
  } catch (error) {
    if (!isOfTheRow(error)) throw error;
    troubles?.failed(work, id, error);
    return instead;
  }
};

/** A rule that says no, or data that makes no sense: anything else (a log that is away, say) concerns every row alike. */
export const isOfTheRow = (error: unknown): boolean =>
  error instanceof Refusal || error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError;
