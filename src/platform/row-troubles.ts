import type { Clock } from './clock/clock.js';
import { Refusal } from './decider.js';
import { AppendTooLarge, RepeatedInPart } from './event-store/event-store.js';
import { idShown } from './logging/fields.js';

/** One loop or list, and the rows in it that could not be worked out: ids only, and of those that might be names a digest. */
export interface TroubledRows {
  readonly work: string;
  readonly ids: readonly string[];
}

/** A row that is read now and then, and has not failed for so long (milliseconds), is forgotten. */
const REMEMBERED_FOR = 60 * 60 * 1000;

/** The report of the first time that a row fails. */
export type OnTroubledRow = (work: string, id: string, error: unknown) => void;

/**
 * Keeps the rows of everybody apart: one that cannot be worked out is noted here and passed over, and the others go on. Health says
 * how many there are, and which.
 */
export class RowTroubles<Work extends string = string> {
  private readonly failedAt = new Map<Work, Map<string, number>>();

  constructor(
    private readonly clock: Clock,
    private readonly onTrouble: OnTroubledRow = () => {},
  ) {}

  /**
   * Works on each row by itself, in order. Rows that failed before and are not among these any more are forgotten.
   * @returns whether all of them could be worked out
   * @throws whatever is not the fault of one row: a log that is away stops the loop, and the next round begins it again
   */
  async each<Row>(
    work: Work,
    rows: Iterable<Row>,
    idOf: (row: Row) => string,
    act: (row: Row) => Promise<unknown>,
  ): Promise<boolean> {
    const seen = new Set<string>();
    let isComplete = true;
    for (const row of rows) {
      seen.add(idOf(row));
      const isWorkedOut = await this.apart(work, idOf(row), () => act(row).then(() => true), false);
      isComplete &&= isWorkedOut;
    }
    for (const id of this.failedAt.get(work)?.keys() ?? []) if (!seen.has(id)) this.worked(work, id);
    return isComplete;
  }

  /** @returns `instead` where the row fails */
  async apart<Result, Instead>(
    work: Work,
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

  worked(work: Work, id: string): void {
    this.failedAt.get(work)?.delete(id);
  }

  failed(work: Work, id: string, error: unknown): void {
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
export const workedOut = <Work extends string, Result, Instead>(
  troubles: Pick<RowTroubles<Work>, 'worked' | 'failed'> | undefined,
  work: Work,
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

/**
 * A rule that says no, data that makes no sense, or an append that the log can never take: anything else (a log that is away, say)
 * concerns every row alike.
 */
export const isOfTheRow = (error: unknown): boolean => OF_ONE_ROW.some((kind) => error instanceof kind);

const OF_ONE_ROW = [Refusal, TypeError, RangeError, SyntaxError, AppendTooLarge, RepeatedInPart];
