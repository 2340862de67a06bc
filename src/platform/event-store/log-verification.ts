import type { Position } from './event-store.js';
import type { LogHead } from './log-head.js';

/**
 * What reading a whole log has shown. Sound means that the log agrees with itself: whether its end was cut off and mended, or all of
 * it written anew, can be seen only against something that lay elsewhere, such as a head noted earlier.
 */
export interface LogVerification {
  readonly ok: boolean;
  /** Events found sound, from the first up to the first fault. */
  readonly events: number;
  /** The last of them; null where there is none. */
  readonly head: LogHead | null;
  readonly fault: LogFault | null;
}

export interface LogFault {
  /** Where the first fault is; null where it is in the log as a whole. */
  readonly position: Position | null;
  /** What is wrong, without any of the event's text. */
  readonly what: string;
}
