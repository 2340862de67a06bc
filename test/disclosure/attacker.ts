import type { Highs } from 'highs';
import { createRequire } from 'node:module';

/*
 * Somebody who has all that was printed and wants what was not. It shares nothing with the program: it reads printed tables, writes the sums
 * as equations in the text format of the solver, and asks between which numbers each hidden figure lies.
 */

const { default: loadHighs } = createRequire(import.meta.url)('highs') as typeof import('highs');

/** What a rounded number stands for. */
export interface Between {
  readonly atLeast: number;
  readonly atMost: number;
}

/** A figure as it is printed: its number, "c", or between which numbers a rounded one lies. */
export type Printed = ReadonlyMap<string, number | 'c' | Between>;

export interface PrintedSum {
  readonly total: string;
  readonly parts: readonly string[];
}

/** A hidden figure that was found out, and how. */
export interface FoundOut {
  readonly key: string;
  /** The further knowledge of the attacker: the number of the insider, or null. */
  readonly insider: number | null;
  readonly what: 'below the threshold' | 'pinned down';
}

export class Attacker {
  private constructor(private readonly highs: Highs) {}

  static async ready(): Promise<Attacker> {
    return new Attacker(await loadHighs());
  }

  /**
   * Every hidden figure that is found out.
   * @param known what each insider knows beside what is printed, as numbers
   * @param unprinted figures that are counted and go out nowhere: they may be zero, which a paper would print
   * @param wanted the figures that the attacker wants; all that are hidden unless told
   */
  attack(
    printed: Printed,
    sums: readonly PrintedSum[],
    threshold: number,
    known: readonly ReadonlyMap<string, number>[],
    unprinted: ReadonlySet<string> = new Set(),
    wanted?: ReadonlySet<string>,
  ): FoundOut[] {
    const readers = [null, ...known.keys()];
    return readers.flatMap((insider) => {
      const seen = new Map(printed);
      if (insider !== null) for (const [key, count] of known[insider]!) seen.set(key, count);
      return this.findOut(seen, sums, threshold, unprinted, wanted).map((found) => ({ ...found, insider }));
    });
  }

  private findOut(
    seen: Printed,
    sums: readonly PrintedSum[],
    threshold: number,
    unprinted: ReadonlySet<string>,
    wanted: ReadonlySet<string> | undefined,
  ): Omit<FoundOut, 'insider'>[] {
    const hidden = [...seen].filter(([, count]) => typeof count !== 'number').map(([key]) => key);
    if (hidden.length === 0) return [];
    const text = equationsIn(seen, sums, hidden, unprinted);
    return this.highs.withModel({ format: 'lp', data: text }, (model) => {
      model.options.set({ output_flag: false });
      const lowest = hidden.map(() => Infinity);
      const highest = hidden.map(() => -Infinity);
      const lookAt = (column: number, cost: 1 | -1): void => {
        model.changeColCost(column, cost);
        const { modelStatus } = model.run();
        // A cell without an upper bound may be anything; there always is a lower bound.
        const { optimal, unbounded, unboundedOrInfeasible } = this.highs.constants.modelStatus;
        if (modelStatus === unbounded || modelStatus === unboundedOrInfeasible) highest[column] = Infinity;
        else if (modelStatus !== optimal) throw new Error(`The attack ended with status ${modelStatus}.`);
        else
          model.getSolution().colValue.forEach((value, each) => {
            lowest[each] = Math.min(lowest[each]!, Math.round(value));
            highest[each] = Math.max(highest[each]!, Math.round(value));
          });
        model.changeColCost(column, 0);
      };
      return hidden.flatMap((key, index): Omit<FoundOut, 'insider'>[] => {
        if (wanted !== undefined && !wanted.has(key)) return [];
        const column = model.getColByName(`x${index}`);
        if (highest[column]! < threshold || highest[column] === lowest[column]) lookAt(column, -1);
        if (highest[column] === lowest[column]) lookAt(column, 1);
        if (highest[column] === lowest[column]) return [{ key, what: 'pinned down' }];
        // That a rounded number is small it says itself.
        return seen.get(key) === 'c' && highest[column]! < threshold ? [{ key, what: 'below the threshold' }] : [];
      });
    });
  }
}

/** Each hidden figure is a whole number, and 1 or more: zeros are printed, of what stands in a paper. A rounded one lies between two numbers. */
const equationsIn = (
  seen: Printed,
  sums: readonly PrintedSum[],
  hidden: readonly string[],
  unprinted: ReadonlySet<string>,
): string => {
  const names = new Map(hidden.map((key, index) => [key, `x${index}`]));
  const equations = sums.flatMap(({ total, parts }) => {
    const terms: string[] = [];
    let rest = 0;
    for (const [key, factor] of [...parts.map((part) => [part, 1] as const), [total, -1] as const]) {
      const count = seen.get(key)!;
      if (typeof count === 'number') rest -= factor * count;
      else terms.push(`${factor > 0 ? '+' : '-'} ${names.get(key)!}`);
    }
    return terms.length === 0 ? [] : [`${terms.join(' ')} = ${rest}`];
  });
  const all = [...names.values()];
  // Every unknown stands in the objective, so that the solver knows of each, also of one that is in no equation.
  return [
    `Minimize\n obj: ${all.map((name) => `0 ${name}`).join(' + ')}`,
    `Subject To\n${equations.map((equation, index) => ` e${index}: ${equation}`).join('\n')}`,
    `Bounds\n${hidden.map((key) => boundsOf(names.get(key)!, seen.get(key)!, unprinted.has(key))).join('\n')}`,
    `Generals\n ${all.join(' ')}\nEnd\n`,
  ].join('\n');
};

const boundsOf = (name: string, count: number | 'c' | Between, isUnprinted: boolean): string =>
  typeof count === 'object' ? ` ${count.atLeast} <= ${name} <= ${count.atMost}` : ` ${name} >= ${isUnprinted ? 0 : 1}`;
