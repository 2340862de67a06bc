/** Milliseconds that each of many requests took. */
export class Times {
  private readonly taken: number[] = [];

  add(milliseconds: number): void {
    this.taken.push(milliseconds);
  }

  get count(): number {
    return this.taken.length;
  }

  /** @param share from 0 to 1: 0.95 for the time that 95 of 100 stayed within */
  at(share: number): number {
    const sorted = [...this.taken].sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  }
}

/** One line of times beside the limit that a promise sets for the 95th percentile; a ratio of 1 or more keeps it. */
export const line = (what: string, times: Times, limit: number): void => {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => times.at(share));
  console.log(
    `${what}: ours ${p95!.toFixed(1)} ms at p95 (p50 ${p50!.toFixed(1)}, p99 ${p99!.toFixed(1)}, of ${times.count}), ` +
      `limit ${limit} ms, ratio ${(limit / p95!).toFixed(2)}`,
  );
};
