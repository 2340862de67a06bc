/**
 * Wakes the program at a moment. It holds nothing that is not in the log: every alarm can be asked for again from there, an alarm that
 * rings twice, late or for nothing does no harm, and one that never rings is caught by the sweep (docs/decisions/0011).
 */
export interface AlarmClock {
  /** Sets the handler of an alarm that rings. A failure is tried again with growing pauses, then put on the list of dead letters. */
  onDue(handler: (id: string) => Promise<void>): void;

  /** Sets the handler that is called every minute, whatever became of the alarms. */
  onSweep(handler: () => Promise<void>): void;

  /** @param wanted every alarm that should be set now: asked whenever the clock may have forgotten them */
  start(wanted: () => Iterable<Alarm>): Promise<void>;

  /**
   * Sets alarms; one that is set already stays as it is. One for a moment that has passed rings at once.
   * @throws Error at once where the clock is out of reach; it asks for all that is wanted when it is back
   */
  ask(...alarms: readonly Alarm[]): Promise<void>;

  /** Takes alarms back, and their dead letters with them. @throws Error as {@link ask} */
  cancel(...ids: readonly string[]): Promise<void>;

  /** The time of the alarm clock itself, in milliseconds since 1970; undefined where it has no clock of its own or is away. */
  now(): Promise<number | undefined>;

  status(): Promise<AlarmClockStatus>;

  /** Lets what rings now end, and rings no more. */
  stop(): Promise<void>;
}

/** Ids only: what an alarm is about is looked up in the log when it rings. */
export interface Alarm {
  /** Worked out from the deadline and its moment, so that the same deadline gives the same alarm. No colon, not all digits. */
  readonly id: string;
  /** ISO instant, UTC. */
  readonly at: string;
}

export interface AlarmClockStatus {
  readonly kind: 'in-process' | 'redis';
  /** Alarms set and not yet rung; null where the clock is out of reach. */
  readonly waiting: number | null;
  /** Alarms rung by this process since it started. */
  readonly fired: number;
  /** Ids of alarms that failed again and again. The sweep still catches what they were for. */
  readonly deadLetters: readonly string[];
  /** In one sentence, what is wrong with the clock. */
  readonly trouble: string | null;
}

/** Attempts at an alarm before it becomes a dead letter, and the first pause; each pause is twice the one before. */
export const ATTEMPTS = 5;
export const FIRST_PAUSE = 1_000;

/** Between two sweeps. */
export const SWEEP_EVERY = 60_000;

/** Alarms handled side by side: as many as share one commit of the log well. */
export const SIDE_BY_SIDE = 16;
