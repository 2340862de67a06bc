import type { Position } from './event-store.js';
import type { LogHead } from './log-head.js';

/**
 * The result of reading a whole log. Sound means that the log agrees with itself: whether its end was cut off and mended, or all of
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
  /** The position of the first fault; null if the log as a whole is at fault. */
  readonly position: Position | null;
  /** A description of the fault, without any of the event's text. */
  readonly what: string;
}
