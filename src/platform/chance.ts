import { randomInt } from 'node:crypto';

/** Chance as a port: a test, and the demonstration council, say what comes. */
export interface Chance {
  /** A whole number from `least` to `most`, both included, each as likely. */
  number(least: number, most: number): number;
}

export const chanceOfTheMachine: Chance = { number: (least, most) => randomInt(least, most + 1) };
