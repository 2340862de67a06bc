import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chance that can be had again: the same seed gives the same choices. */
export class Chance {
  private readonly generator;

  constructor(readonly seed: number) {
    this.generator = xoroshiro128plus(seed);
  }

  /** A whole number from 0 to below a limit. */
  below(limit: number): number {
    return uniformInt(this.generator, 0, limit - 1);
  }

  oneOf<Thing>(things: readonly Thing[]): Thing {
    return things[this.below(things.length)]!;
  }
}
