import { wholeNumberIn } from './whole-number-in.js';

/** The time for which somebody stays signed in with a browser. */
export interface SessionsConfig {
  /** Minutes without a request, after which the session ends. */
  readonly idleMinutes: number;
  /** Hours after which the session ends, however active it is. */
  readonly longestHours: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

export const USUAL_SESSIONS: SessionsConfig = Object.freeze({ idleMinutes: 20, longestHours: 10 });

/** @throws SettingInvalid naming the variable, what was found and what is allowed */
export const sessionsIn = (environment: Environment): SessionsConfig =>
  Object.freeze({
    idleMinutes: wholeNumberIn(environment, 'FOOTPRINT_SESSION_IDLE_MINUTES', [5, 60], USUAL_SESSIONS.idleMinutes),
    longestHours: wholeNumberIn(environment, 'FOOTPRINT_SESSION_HOURS', [1, 12], USUAL_SESSIONS.longestHours),
  });
