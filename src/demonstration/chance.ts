import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { Chance as ChanceOfTheProgram } from '../platform/chance.js';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chance of the demonstration: the same seed gives the same choices on every machine. */
export interface Chance extends ChanceOfTheProgram {
  oneOf<T>(choices: readonly T[]): T;
  /** True in `percent` of a hundred times. */
  happens(percent: number): boolean;
  /** One of the choices, each as likely as its weight says. */
  weighted<T>(choices: readonly (readonly [weight: number, choice: T])[]): T;
}

export const chanceFrom = (seed: number): Chance => {
  const generator = xoroshiro128plus(seed);
  const number = (least: number, most: number): number => uniformInt(generator, least, most);
  return {
    number,
    oneOf: (choices) => choices[number(0, choices.length - 1)]!,
    happens: (percent) => number(1, 100) <= percent,
    weighted: (choices) => {
      let left = number(
        1,
        choices.reduce((sum, [weight]) => sum + weight, 0),
      );
      return choices.find(([weight]) => (left -= weight) <= 0)![1];
    },
  };
};
