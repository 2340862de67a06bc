import type { LoggerService } from '@nestjs/common';
import type { Clock } from '../clock/clock.js';

export const LOG = Symbol('Log');

/** Ids, codes and durations only: never what a person typed, never a name. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined | readonly string[]>>;

/** One JSON object a line. It also takes what the framework has to say, of which only warnings and errors are kept. */
export class Log implements LoggerService {
  constructor(
    private readonly clock: Clock,
    private readonly write: (line: string) => void = (line) => void process.stdout.write(line),
  ) {}

  info(event: string, fields: LogFields = {}): void {
    this.line('info', event, fields);
  }

  warn(event: string, fields: unknown = {}): void {
    this.line('warn', event, asFields(fields));
  }

  error(event: string, fields: unknown = {}): void {
    this.line('error', event, asFields(fields));
  }

  /** What the framework reports of its own start: nobody needs it. */
  log(): void {}

  private line(level: string, event: string, fields: LogFields): void {
    this.write(`${JSON.stringify({ time: this.clock.now(), level, event, ...fields })}\n`);
  }
}

const asFields = (fields: unknown): LogFields =>
  typeof fields === 'object' && fields !== null ? (fields as LogFields) : { context: String(fields) };
