/** So many a second. */
export type Rate = number;

/** Does the work once and gives how many things a second it did. */
export const rateOf = async (count: number, work: () => Promise<void>): Promise<Rate> => {
  const start = performance.now();
  await work();
  return (count * 1_000) / (performance.now() - start);
};

export const middleOf = (rates: readonly Rate[]): Rate => {
  const sorted = [...rates].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
};

/** One line of figures: ours, theirs, the ratio, and what theirs is. */
export const line = (what: string, ours: Rate, theirs: Rate, peer: string): void => {
  const ratio = (ours / theirs).toFixed(2);
  console.log(`${what}: ours ${whole(ours)}/s, theirs ${whole(theirs)}/s, ratio ${ratio} (${peer})`);
};

const whole = (rate: Rate): string => Math.round(rate).toLocaleString('en-GB');
