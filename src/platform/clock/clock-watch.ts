import { uptime } from 'node:os';
import type { Clock } from './clock.js';

/** Another way to know what time it is, in milliseconds since 1970; undefined where it cannot say just now. */
export interface Witness {
  /** For the sentence: "the alarm clock’s". */
  readonly whose: string;
  now(): number | undefined | Promise<number | undefined>;
}

/** Clocks may differ by this much before what the program does by itself is held (docs/decisions/0011). */
const TOLERANCE = 5 * 60 * 1000;

/**
 * Compares the clock with others. A clock that was put a day ahead would send every open dispute up the ladder at once, so the program
 * does nothing by itself until they agree again; what people do goes on.
 */
export class ClockWatch {
  constructor(
    private readonly clock: Clock,
    private readonly witnesses: readonly Witness[],
  ) {}

  /**
   * In one sentence, why automatic acts are held; null where the clocks agree. Work that the program does by itself passes the very
   * moment by which it decides: a clock that jumps between the check and the decision would be believed otherwise.
   */
  async trouble(moment: string = this.clock.now()): Promise<string | null> {
    for (const witness of this.witnesses) {
      const theirs = await witness.now();
      const difference = theirs === undefined ? 0 : Date.parse(moment) - theirs;
      if (Math.abs(difference) > TOLERANCE) return held(difference, witness.whose);
    }
    return null;
  }
}

const held = (difference: number, whose: string): string => {
  const minutes = Math.round(Math.abs(difference) / 60_000);
  const side = difference > 0 ? 'ahead of' : 'behind';
  return (
    `The clock is ${minutes} minutes ${side} ${whose}. Nothing is marked or sent up by itself until they agree: ` +
    'put the clock right, or start the program again if it is right.'
  );
};

/** The time that the clock must show now if nobody has moved it since the start: it sees every jump, whichever way. */
export const timePassedSinceStart = (clock: Clock, elapsed: () => number = machineUptime): Witness => {
  const start = Date.parse(clock.now()) - elapsed();
  return { whose: 'the time that has passed since the program started', now: () => start + elapsed() };
};

/** Milliseconds since the machine started, asleep or awake; no change of the clock touches it. */
const machineUptime = (): number => uptime() * 1000;
