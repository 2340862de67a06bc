import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import type { Clock } from '../clock/clock.js';
import { correlationNow } from './correlation.js';
import { type LogFields, permitted } from './fields.js';

export const LOG = Symbol('Log');

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Everything that is ever logged; the rest of a line is in its fields. */
export type LogEvent =
  | 'request'
  | 'command accepted'
  | 'command refused'
  | 'not foreseen'
  | 'notice'
  | 'redis'
  | 'log'
  | 'read models'
  | 'view log'
  | 'deadlines'
  | 'sign-in'
  | 'documents'
  | 'virus scanner'
  | 'notices-behind'
  | 'notice-not-understood'
  | 'notice-given-up'
  | 'row-not-worked-out'
  | 'warning'
  | 'framework';

/**
 * One JSON object a line: time, level, event, the id of the request on whose behalf it is, and fields from the allow-list in
 * `fields.ts`. Never a name, and never what a person typed.
 */
export class Log {
  private readonly pino: Logger;

  /**
   * @param write takes each line; standard output unless told, written before the call ends, so that a crash loses no line
   * @param level the least that is written
   */
  constructor(clock: Clock, write?: (line: string) => void, level: LogLevel = 'info') {
    this.pino = pino(
      {
        base: null,
        level,
        messageKey: 'event',
        timestamp: () => `,"time":"${clock.now()}"`,
        formatters: { level: (label) => ({ level: label }) },
      },
      write === undefined ? pino.destination({ fd: 1, sync: true }) : { write },
    );
  }

  debug(event: LogEvent, fields: LogFields = {}): void {
    if (this.pino.isLevelEnabled('debug')) this.pino.debug(lineOf(fields), event);
  }

  info(event: LogEvent, fields: LogFields = {}): void {
    this.pino.info(lineOf(fields), event);
  }

  warn(event: LogEvent, fields: LogFields = {}): void {
    this.pino.warn(lineOf(fields), event);
  }

  error(event: LogEvent, fields: LogFields = {}): void {
    this.pino.error(lineOf(fields), event);
  }
}

const lineOf = (fields: LogFields): object => permitted({ correlationId: correlationNow(), ...fields });

/** The messages of the framework: that it warned or failed and where. Its words may repeat what was sent, so they are not kept. */
export const frameworkLog = (log: Log): LoggerService => ({
  log: () => {},
  warn: (_message: unknown, ...rest: unknown[]) => log.warn('framework', { context: contextIn(rest) }),
  error: (_message: unknown, ...rest: unknown[]) => log.error('framework', { context: contextIn(rest) }),
});

const contextIn = (rest: readonly unknown[]): string | undefined => {
  const last = rest.at(-1);
  return typeof last === 'string' ? last : undefined;
};
