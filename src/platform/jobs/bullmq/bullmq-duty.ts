import { Queue, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Duty, DutyWork } from '../duty.js';
import { Tour } from '../tour.js';
import { endWork } from './end-of-work.js';
import { RedisConnections } from './redis-connections.js';

export interface BullMqDutyOptions {
  /** `REDIS_URL`: `redis://` or `rediss://`. */
  readonly url: string;
  /** Before every key, so that councils may share a server. */
  readonly prefix?: string;
  /** Milliseconds after which an instance that says nothing is taken for dead; 5 seconds unless told. */
  readonly silence?: number;
  /** Milliseconds between two looks whether anybody is on duty; 2 seconds unless told. */
  readonly lookEvery?: number;
  /** Told of what went wrong with Redis; nothing else depends on it. */
  readonly onTrouble?: (error: unknown) => void;
}

const QUEUE = 'footprint-duty';
/** There is one such job at most: its id is always the same. */
const DUTY = 'duty';

/**
 * Duty as one job of BullMQ: the worker that holds it is on duty, for as long as it renews the job's lock. When it stops the job ends,
 * and when it dies the lock does, and the worker of another instance takes the job. Every instance sees to it that the job is there,
 * so a wiped Redis costs seconds. While Redis is away every instance is on duty by itself.
 */
export class BullMqDuty implements Duty {
  private readonly connections: RedisConnections;
  private readonly commands: Redis;
  private readonly work: Redis;
  private readonly prefix: string;
  private readonly silence: number;
  private readonly lookEvery: number;
  private doIt: DutyWork = async () => {};
  private queue: Queue | undefined;
  private worker: Worker | undefined;
  private looking: NodeJS.Timeout | undefined;
  private look: Promise<void> = Promise.resolve();
  private seenAt = 0;
  private tour: Tour | undefined;
  /** Whether the job is held here; a tour without it was taken up because Redis is away. */
  private isHeld = false;
  private stopped = false;
  private lastTrouble: string | null = null;

  constructor(private readonly options: BullMqDutyOptions) {
    this.prefix = options.prefix ?? 'footprint';
    this.silence = options.silence ?? 5_000;
    this.lookEvery = options.lookEvery ?? 2_000;
    this.connections = new RedisConnections(options.url, this.trouble);
    this.commands = this.connections.forCommands();
    this.work = this.connections.forWork();
    this.commands.on('ready', () => this.lookSoon());
  }

  get isOurs(): boolean {
    return this.tour !== undefined;
  }

  start(work: DutyWork): void {
    this.doIt = work;
    this.seenAt = performance.now();
    this.looking = setInterval(() => this.lookSoon(), this.lookEvery).unref();
    this.commands.connect().catch(this.trouble);
  }

  async stop(): Promise<void> {
    if (this.stopped) return;
    this.stopped = true;
    clearInterval(this.looking);
    await this.tour?.leave();
    await endWork({
      begun: this.look,
      commands: this.commands,
      worker: () => this.worker,
      queue: () => this.queue,
    }).catch(this.trouble);
    this.connections.close();
  }

  private lookSoon(): void {
    this.look = this.look.then(() => this.seeToIt());
  }

  /** The job is there, or Redis is away: then nobody can say who is on duty, and it is better done twice than not at all. */
  private async seeToIt(): Promise<void> {
    if (this.stopped) return;
    try {
      await this.openQueue();
      await this.queue!.add(DUTY, {}, { jobId: DUTY, removeOnComplete: true, removeOnFail: true });
      this.seenAt = performance.now();
      this.lastTrouble = null;
      if (!this.isHeld) await this.leave();
    } catch (error) {
      this.trouble(error);
      if (!this.stopped && performance.now() - this.seenAt > this.silence) this.takeUp();
    }
  }

  private async openQueue(): Promise<void> {
    if (this.queue !== undefined) return;
    if (this.commands.status !== 'ready') throw new Error('Redis is away.');
    const queue = new Queue(QUEUE, { connection: this.commands, prefix: this.prefix, skipWaitingForReady: true });
    queue.on('error', this.trouble);
    try {
      await queue.waitUntilReady();
      // A worker that nobody closes would keep the process alive.
      if (this.stopped) throw new Error('It is stopping.');
    } catch (error) {
      await queue.close().catch(this.trouble);
      throw error;
    }
    this.queue = queue;
    this.worker = new Worker(QUEUE, () => this.hold(), {
      connection: this.work,
      prefix: this.prefix,
      lockDuration: this.silence,
      stalledInterval: this.lookEvery,
      // Instances may die as often as they like.
      maxStalledCount: Number.MAX_SAFE_INTEGER,
    });
    this.worker.on('error', this.trouble);
    this.worker.on('lockRenewalFailed', () => void this.leave());
  }

  /** The job: over when this instance is no longer on duty. */
  private async hold(): Promise<void> {
    if (this.stopped) return;
    this.isHeld = true;
    await this.takeUp().over();
    this.isHeld = false;
  }

  private takeUp(): Tour {
    this.tour ??= new Tour(this.doIt);
    return this.tour;
  }

  private async leave(): Promise<void> {
    const { tour } = this;
    if (tour === undefined) return;
    await tour.leave();
    if (this.tour === tour) this.tour = undefined;
  }

  /** A server that is away says so at every attempt; once is enough. */
  private readonly trouble = (error: unknown): void => {
    const said = String(error);
    if (this.stopped || said === this.lastTrouble) return;
    this.lastTrouble = said;
    this.options.onTrouble?.(error);
  };
}
