const BITS = 1 << 23;
/** So many are remembered by name, as most logs have no more: a mebibyte for each read model takes longer to make than to fill. */
const FEW = 4_096;

/**
 * Remembers which partitions have been seen: a few by name, and more of them in one fixed mebibyte (a Bloom filter). `false` is certain,
 * so a partition that was never seen need not be looked for in its table; `true` may be wrong, about once in twenty at a million
 * partitions, and only costs a look.
 */
export class PartitionFilter {
  private few: Set<string> | undefined = new Set();
  private bits = new Uint8Array(0);

  /** Whether the partition may have been seen before; from now on it has. */
  seenBefore(partition: string): boolean {
    if (this.few === undefined) return this.markBoth(partition);
    if (this.few.has(partition)) return true;
    this.few.add(partition);
    if (this.few.size > FEW) this.takeFromNames(this.few);
    return false;
  }

  private takeFromNames(names: ReadonlySet<string>): void {
    this.bits = new Uint8Array(BITS >> 3);
    for (const name of names) this.markBoth(name);
    this.few = undefined;
  }

  private markBoth(partition: string): boolean {
    let first = 0x811c9dc5;
    let second = 0x9e3779b9;
    for (let i = 0; i < partition.length; i++) {
      const code = partition.charCodeAt(i);
      first = Math.imul(first ^ code, 0x01000193);
      second = Math.imul(second ^ code, 0x85ebca6b) ^ (second >>> 13);
    }
    const once = this.mark((first ^ (first >>> 15)) & (BITS - 1));
    const twice = this.mark((second ^ (second >>> 16)) & (BITS - 1));
    return once && twice;
  }

  private mark(bit: number): boolean {
    const mask = 1 << (bit & 7);
    const before = this.bits[bit >> 3]!;
    this.bits[bit >> 3] = before | mask;
    return (before & mask) !== 0;
  }
}
