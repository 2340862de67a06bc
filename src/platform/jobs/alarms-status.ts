import type { AlarmClockStatus } from './alarm-clock.js';

/** The state of the alarms, as health shows it. */
export interface AlarmsStatus extends AlarmClockStatus {
  /** Dates that have passed and are not on record yet. */
  readonly late: number;
  /** In one sentence, why nothing is done by itself; null where it is. */
  readonly held: string | null;
}

/** A keeper of alarms. */
export interface Alarms {
  status(): Promise<AlarmsStatus>;
}

/** Names under which the composition gives them out. */
export const ALARM_CLOCK = Symbol('AlarmClock');
export const ALARMS = Symbol('Alarms');

/** A sentence for those who run the program, or undefined where there is nothing to say. */
export type Warning = () => string | undefined;
export const WARNINGS = Symbol('Warnings');
