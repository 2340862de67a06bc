/** Linear sums of columns that must be 0, as pairs of a column and its factor. */
export type Balance = readonly (readonly [column: number, factor: number])[];

/** A linear program whose rows stay and whose columns change from one question to the next. */
export interface Program {
  /** How many there are; 1 or more. */
  readonly columns: number;
  /** Each is a sum that must be 0. */
  readonly balances: readonly Balance[];
  /** Each is a sum that must be 0 or less. */
  readonly limits: readonly Balance[];
  /** That every column must be a whole number. */
  readonly whole: boolean;
}

export interface Question {
  /** The cost of one of each column; the sum is to be as little as can be. */
  readonly costs: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

export interface OpenProgram {
  /**
   * The columns of the cheapest answer that was found. It is the same for the same question asked in the same order, on every machine: no
   * time limit cuts the search short.
   * @returns null where there is none, or none was found within the bounds of the search
   */
  cheapest(question: Question): readonly number[] | null;
  close(): void;
}

/** A solver of linear programs. */
export interface Solver {
  open(program: Program): OpenProgram;
}
