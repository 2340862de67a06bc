import type { AlarmClockStatus } from './alarm-clock.js';

/** What health says about alarms. */
export interface AlarmsStatus {
  status(): Promise<
    AlarmClockStatus & {
      /** Dates that have passed and are not on record yet. */
      readonly late: number;
      /** In one sentence, why nothing is done automatically; null where it is. */
      readonly held: string | null;
    }
  >;
}

/** Gives an {@link AlarmsStatus}, or null where this run keeps no deadlines. */
export const ALARMS = Symbol('Alarms');

/** A sentence for those who run the program, or undefined where there is nothing to say. */
export type Warning = () => string | undefined;
export const WARNINGS = Symbol('Warnings');
