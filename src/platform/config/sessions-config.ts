import { SettingInvalid } from './setting-invalid.js';

/** How long somebody stays signed in with a browser. */
export interface SessionsConfig {
  /** With nothing asked for in between. */
  readonly idleMinutes: number;
  /** At most, whatever they do. */
  readonly longestHours: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

export const USUAL_SESSIONS: SessionsConfig = Object.freeze({ idleMinutes: 20, longestHours: 10 });

/** @throws SettingInvalid naming the variable, what was found and what is allowed */
export const sessionsIn = (environment: Environment): SessionsConfig =>
  Object.freeze({
    idleMinutes: wholeIn(environment, 'FOOTPRINT_SESSION_IDLE_MINUTES', [5, 60], USUAL_SESSIONS.idleMinutes),
    longestHours: wholeIn(environment, 'FOOTPRINT_SESSION_HOURS', [1, 12], USUAL_SESSIONS.longestHours),
  });

const wholeIn = (
  environment: Environment,
  name: string,
  [least, most]: readonly [number, number],
  fallback: number,
): number => {
  const written = environment[name];
  if (!written) return fallback;
  const number = /^\d{1,2}$/.test(written) ? Number(written) : 0;
  if (number >= least && number <= most) return number;
  throw new SettingInvalid(
    `${name} is "${written}": set it to a whole number from ${least} to ${most}, or leave it out for ${fallback}.`,
  );
};
