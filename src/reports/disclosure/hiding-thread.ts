import { Worker } from 'node:worker_threads';
import type { Answered, Asked, Found } from './hiding-worker.js';
import type { Hiding, Need, Release } from './release.js';

/**
 * After how many seconds a release is given up. What is hidden never depends on it: within this time it is the same on every machine, and
 * after it nothing is released.
 */
const PATIENCE_SECONDS = 60;

/** A release is so large that nobody waits for it. */
export class HidingTakesTooLong extends Error {}

interface Waiting {
  readonly asked: Asked;
  readonly resolve: (found: Found) => void;
  readonly reject: (error: Error) => void;
}

/** Hides, and looks at what is rounded, in a thread of its own: one release after another in the order in which they are asked for. */
export class HidingThread {
  private worker: Worker | undefined;
  private readonly waiting: Waiting[] = [];
  private timer: NodeJS.Timeout | undefined;

  /** @param worker what runs in the thread */
  constructor(
    private readonly patienceSeconds = PATIENCE_SECONDS,
    private readonly file = new URL('./hiding-worker.js', import.meta.url),
  ) {}

  async hide(release: Release): Promise<Hiding> {
    return (await this.ask({ release, printed: null })) as Hiding;
  }

  async pinned(release: Release, printed: ReadonlyMap<string, number>): Promise<Need[]> {
    return (await this.ask({ release, printed })) as Need[];
  }

  /** Ends the thread; the next release begins another. */
  async end(): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    await worker?.terminate();
  }

  private ask(asked: Asked): Promise<Found> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ asked, resolve, reject });
      if (this.waiting.length === 1) this.begin();
    });
  }

  private begin(): void {
    const [next] = this.waiting;
    if (next === undefined) return this.worker?.unref();
    const worker = (this.worker ??= this.started());
    // A program that waits for an answer does not end before it; one that waits for none is not kept from ending.
    worker.ref();
    this.timer = setTimeout(() => {
      this.giveUp(worker, new HidingTakesTooLong('It takes too long to find what must be hidden in these tables.'));
    }, this.patienceSeconds * 1_000);
    worker.postMessage(next.asked);
  }

  private started(): Worker {
    const worker = new Worker(this.file);
    worker.on('message', (answered: Answered) => {
      if (worker !== this.worker) return;
      this.settle((waiting) => {
        if ('found' in answered) waiting.resolve(answered.found);
        else waiting.reject(new Error(answered.error));
      });
    });
    worker.on('error', (error) => this.giveUp(worker, error as Error));
    return worker;
  }

  private giveUp(worker: Worker, why: Error): void {
    if (worker !== this.worker) return;
    void this.end();
    this.settle(({ reject }) => reject(why));
  }

  private settle(how: (waiting: Waiting) => void): void {
    clearTimeout(this.timer);
    const answered = this.waiting.shift();
    if (answered !== undefined) how(answered);
    this.begin();
  }
}
