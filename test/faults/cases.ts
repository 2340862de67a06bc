/** How many cases a test tries: as many as every test run does, or as `script/night` says in `FOOTPRINT_CASES`. */
export const casesOr = (usual: number): number => Number(process.env.FOOTPRINT_CASES || usual);

/** Where chance begins. It is printed, and `FOOTPRINT_SEED` brings the same run again. */
export const seed = Number(process.env.FOOTPRINT_SEED || Date.now() % 1_000_000);

/**
 * The longest that so many cases may take before the test is given up, in milliseconds.
 * @param each what a busy machine with two processors may need for one of them, in milliseconds
 */
export const patienceFor = (cases: number, each = 10_000): number => 60_000 + cases * each;

/** A line of figures for whoever reads the output. */
export const report = (name: string, figures: object): void =>
  void process.stdout.write(`${name}, seed ${seed}: ${JSON.stringify(figures)}\n`);
