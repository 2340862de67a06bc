import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A proof of a promise: the cases that every test run tries, and a night. docs/testing.md says what each shows. */
export interface Proof {
  readonly file: string;
  readonly test: number;
  readonly night: number;
  /** The unit in which cases are counted. */
  readonly of: string;
  /** Seconds that its tests may take in a test run, on a machine with two processors and nothing else to do. */
  readonly seconds: number;
}

export const PROOFS = JSON.parse(readFileSync(join(import.meta.dirname, '../proofs.json'), 'utf8')) as Readonly<
  Record<string, Proof>
>;

/**
 * How many cases a proof tries: as many as every test run does, or as `script/night` says in `FOOTPRINT_CASES`.
 * @throws Error for fewer than a test run tries, which would prove less than is promised; a planted fault may show in fewer
 */
export const casesOf = (name: string): number => {
  const { test } = PROOFS[name]!;
  const cases = Number(process.env.FOOTPRINT_CASES || test);
  if (cases < test && !process.env.FOOTPRINT_PLANTED)
    throw new Error(`FOOTPRINT_CASES is ${cases}, and the proof ${name} needs ${test} or more.`);
  return cases;
};

/** The beginning of chance. It is printed, and `FOOTPRINT_SEED` brings the same run again. */
export const seed = Number(process.env.FOOTPRINT_SEED || Date.now() % 1_000_000);

/**
 * In an order that the seed chose.
 * @param nameOf what is put in order: the same one has the same chance in every run with this seed
 */
export const inOrderOfSeed = <Item>(all: readonly Item[], nameOf: (item: Item) => string): Item[] => {
  const chanceOf = (item: Item): string =>
    createHash('sha256')
      .update(`${seed} ${nameOf(item)}`)
      .digest('hex');
  const chances = new Map(all.map((item) => [item, chanceOf(item)]));
  return [...all].sort((one, other) => (chances.get(one)! < chances.get(other)! ? -1 : 1));
};

/** So many of what there is to try, chosen by the seed as in {@link inOrderOfSeed}, in the order in which they stand. */
export const chosenBySeed = <Item>(all: readonly Item[], many: number, nameOf: (item: Item) => string): Item[] => {
  const chosen = new Set(inOrderOfSeed(all, nameOf).slice(0, many));
  return all.filter((item) => chosen.has(item));
};

/**
 * The longest that so many cases may take before the test is given up, in milliseconds.
 * @param each what a busy machine with two processors may need for one of them, in milliseconds
 */
export const patienceFor = (cases: number, each = 10_000): number => 600_000 + cases * each;

/** A line of figures for a person who reads the output. */
export const report = (name: string, figures: object): void =>
  void process.stdout.write(`${name}, seed ${seed}: ${JSON.stringify(figures)}\n`);
