import type { Highs, Model } from 'highs';
import { createRequire } from 'node:module';
import type { Balance, OpenProgram, Program, Question, Solver } from './solver.js';

/** The package describes its entry for `require` alone: TypeScript takes its types for those of a CommonJS module. */
const { default: loadHighs } = createRequire(import.meta.url)('highs') as typeof import('highs');

/** Branches after which a search for whole numbers ends with the best that it has. Counted and not timed: a slow machine finds the same. */
const MOST_BRANCHES = 100;

let loaded: Promise<Solver> | undefined;

/** HiGHS as WebAssembly, loaded once in a process. */
export const loadSolver = (): Promise<Solver> => (loaded ??= loadHighs().then(solverBy));

const solverBy = (highs: Highs): Solver => ({ open: (program) => new HighsProgram(highs, program) });

class HighsProgram implements OpenProgram {
  private readonly model: Model;
  private readonly every: { readonly kind: 'range'; readonly from: number; readonly to: number };

  constructor(
    private readonly highs: Highs,
    { columns, balances, limits, whole }: Program,
  ) {
    this.every = { kind: 'range', from: 0, to: columns - 1 };
    const { continuous, integer } = highs.constants.variableType;
    const rows = [...balances, ...limits];
    const none = new Array<number>(columns).fill(0);
    this.model = highs.createModel({
      ...{ numCols: columns, numRows: rows.length, colCost: none, colLower: none, colUpper: none },
      rowLower: [...balances.map(() => 0), ...limits.map(() => -highs.infinity)],
      rowUpper: rows.map(() => 0),
      matrix: { format: 'csr', numRows: rows.length, numCols: columns, ...byRow(rows) },
      integrality: none.map(() => (whole ? integer : continuous)),
    });
    this.model.options.set({ output_flag: false, mip_max_nodes: MOST_BRANCHES, random_seed: 0, mip_rel_gap: 0 });
  }

  cheapest({ costs, lower, upper }: Question): readonly number[] | null {
    const { model, every } = this;
    const { modelStatus, solutionStatus } = this.highs.constants;
    model.changeColsCost(every, costs);
    model.changeColsBounds(every, lower, upper);
    const { modelStatus: status } = model.run();
    if (status === modelStatus.infeasible) return null;
    if (status !== modelStatus.optimal && status !== modelStatus.solutionLimit)
      throw new Error(`The solver ended with status ${status}.`);
    return model.info.get('primal_solution_status') === solutionStatus.feasible
      ? [...model.getSolution().colValue]
      : null;
  }

  close(): void {
    this.model.dispose();
  }
}

const byRow = (rows: readonly Balance[]): { starts: number[]; indices: number[]; values: number[] } => {
  const starts = [0];
  for (const row of rows) starts.push(starts.at(-1)! + row.length);
  const entries = rows.flat();
  return { starts, indices: entries.map(([column]) => column), values: entries.map(([, factor]) => factor) };
};
