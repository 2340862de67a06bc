/** So many a second. */
export type Rate = number;

/** How fast so much work was done, once. */
export const rateOf = async (count: number, work: () => Promise<void>): Promise<Rate> => {
  const start = performance.now();
  await work();
  return (count * 1_000) / (performance.now() - start);
};

/** Lets each do so much work in turn, so many times, another one first each time, and gives the middle of the rates of each. */
export const rateInTurns = async <Name extends string>(
  count: number,
  turns: number,
  work: { readonly [Each in Name]: (count: number) => Promise<void> },
): Promise<{ readonly [Each in Name]: Rate }> => {
  const names = Object.keys(work) as Name[];
  const rates = Object.fromEntries(names.map((name) => [name, [] as Rate[]])) as Record<Name, Rate[]>;
  for (let turn = 0; turn < turns; turn++) {
    for (const name of [...names.slice(turn % names.length), ...names.slice(0, turn % names.length)]) {
      rates[name].push(await rateOf(count, () => work[name](count)));
    }
  }
  return Object.fromEntries(names.map((name) => [name, middleOf(rates[name])])) as Record<Name, Rate>;
};

const middleOf = (rates: readonly Rate[]): Rate => [...rates].sort((a, b) => a - b)[Math.floor(rates.length / 2)]!;

/** One line of figures: ours, theirs, the ratio, and what theirs is. */
export const line = (what: string, ours: Rate, theirs: Rate, peer: string): void => {
  const ratio = (ours / theirs).toFixed(2);
  console.log(`${what}: ours ${whole(ours)}/s, theirs ${whole(theirs)}/s, ratio ${ratio} (${peer})`);
};

const whole = (rate: Rate): string => Math.round(rate).toLocaleString('en-GB');
