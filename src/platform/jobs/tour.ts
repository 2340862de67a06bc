import type { DutyWork } from './duty.js';

/** One time on duty, from taking it up to laying it down. */
export class Tour {
  private readonly leaving = new AbortController();
  private readonly worked: Promise<void>;

  constructor(work: DutyWork) {
    this.worked = work(this.leaving.signal);
  }

  /** Ends when it has been left and the work has ended. */
  async over(): Promise<void> {
    const { signal } = this.leaving;
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    await this.worked;
  }

  async leave(): Promise<void> {
    this.leaving.abort();
    await this.worked;
  }
}
