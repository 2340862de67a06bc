import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { failureOf } from '../../platform/logging/failure.js';
import { Log, LOG } from '../../platform/logging/log.js';

/** The rows of a register that are being written, or taken back. */
interface Run {
  readonly stopping: AbortController;
  readonly ended: Promise<void>;
}

/**
 * Registers whose rows this process writes, or takes back, while it answers everybody else. A long one takes longer than a browser waits,
 * and everything that must be said of it is on record: where this process ends in between, the import stands as begun, and doing the same
 * again finishes it.
 */
@Injectable()
export class RegistersUnderWay implements BeforeApplicationShutdown {
  private readonly runs = new Map<string, Run>();

  constructor(@Inject(LOG) private readonly log: Log) {}

  /** Unless it is under way already. @param write ends between two rows when it is told to stop */
  begin(importId: string, write: (signal: AbortSignal) => Promise<unknown>): void {
    if (this.runs.has(importId)) return;
    const stopping = new AbortController();
    const ended = write(stopping.signal)
      .then(() => undefined)
      .catch((error: unknown) => {
        if (error !== stopping.signal.reason) this.log.error('not foreseen', failureOf(error));
      })
      .finally(() => this.runs.delete(importId));
    this.runs.set(importId, { stopping, ended });
  }

  /** Stops it between two rows, if this process writes it. */
  async stop(importId: string): Promise<void> {
    const run = this.runs.get(importId);
    run?.stopping.abort();
    await run?.ended;
  }

  /** Before the log is closed. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([...this.runs.keys()].map((importId) => this.stop(importId)));
  }
}
