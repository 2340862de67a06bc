/**
 * The work that one instance at a time should do: follow the log for deadlines and notices, and sweep. Being on duty only saves needless work.
 * Nothing that must be right depends on it: if two think that they are, what they append is decided by the expected revision
 * (docs/decisions/0015).
 */
export interface Duty {
  /**
   * From now on this instance may be on duty. Each time that it is, the work begins, and goes on until its signal says that another
   * instance has taken over, or that this one stops.
   */
  start(work: DutyWork): void;

  /** Whether this instance is on duty now. */
  readonly isOurs: boolean;

  /** Ends when the work has ended; another instance may then take over. */
  stop(): Promise<void>;
}

/** Ends at the signal and not before: what fails meanwhile, it tries again by itself. */
export type DutyWork = (signal: AbortSignal) => Promise<void>;
