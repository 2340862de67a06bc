import { type Job, Queue, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Clock } from '../../clock/clock.js';
import {
  type Alarm,
  type AlarmClock,
  type AlarmClockStatus,
  ATTEMPTS,
  FIRST_PAUSE,
  SIDE_BY_SIDE,
  SWEEP_EVERY,
} from '../alarm-clock.js';
import { endWork } from './end-of-work.js';
import { RedisConnections } from './redis-connections.js';

export interface BullMqOptions {
  /** `REDIS_URL`: `redis://` or `rediss://`. */
  readonly url: string;
  readonly clock: Clock;
  /** Before every key, so that councils may share a server. */
  readonly prefix?: string;
  /** Milliseconds between two sweeps; a minute unless told. */
  readonly sweepEvery?: number;
  /** Milliseconds before an alarm that failed is tried again for the first time; {@link FIRST_PAUSE} unless told. */
  readonly firstPause?: number;
  /** Told of what went wrong with Redis; nothing else depends on it. */
  readonly onTrouble?: (error: unknown) => void;
}

const QUEUE = 'footprint-alarms';
const SWEEP = 'sweep';
const AT_A_TIME = 500;
const DEAD_LETTERS_SHOWN = 100;

/** The one policy of Redis for a full memory that throws no alarms away. */
const EVICTION_POLICY = 'noeviction';

/**
 * Alarms as delayed jobs of BullMQ on Redis. Redis wakes people and holds nothing: whenever a connection is made it is told again of
 * every alarm and of the sweep, and where no sweep has come from it for a while, this process sweeps by itself.
 */
export class BullMqAlarmClock implements AlarmClock {
  private readonly connections: RedisConnections;
  private readonly commands: Redis;
  private readonly prefix: string;
  private readonly sweepEvery: number;
  private due: (id: string) => Promise<void> = async () => {};
  private sweep: () => Promise<void> = async () => {};
  private wanted: () => Iterable<Alarm> = () => [];
  private queue: Queue | undefined;
  private worker: Worker | undefined;
  private readonly work: Redis;
  private setting: Promise<void> = Promise.resolve();
  private sweeping: Promise<void> = Promise.resolve();
  private guard: NodeJS.Timeout | undefined;
  private sweptAt = 0;
  private fired = 0;
  private stopped = false;
  private away = true;
  private lastTrouble: string | null = null;
  private evictionPolicy: string | null = null;

  constructor(private readonly options: BullMqOptions) {
    this.prefix = options.prefix ?? 'footprint';
    this.sweepEvery = options.sweepEvery ?? SWEEP_EVERY;
    this.connections = new RedisConnections(options.url, this.trouble);
    this.commands = this.connections.forCommands();
    this.work = this.connections.forWork();
    this.commands.on('close', () => (this.away = true));
    this.commands.on('ready', () => void this.setUp());
  }

  onDue(handler: (id: string) => Promise<void>): void {
    this.due = handler;
  }

  onSweep(handler: () => Promise<void>): void {
    this.sweep = handler;
  }

  /** Does not wait for Redis: where it is away, what is wanted is asked for when it is there. */
  async start(wanted: () => Iterable<Alarm>): Promise<void> {
    this.wanted = wanted;
    this.sweptAt = performance.now();
    this.guard = setInterval(() => void this.sweepIfRedisIsSilent(), this.sweepEvery / 2).unref();
    this.commands.connect().catch(this.trouble);
  }

  async ask(...alarms: readonly Alarm[]): Promise<void> {
    const queue = this.reachable();
    const now = Date.parse(this.options.clock.now());
    for (let from = 0; from < alarms.length; from += AT_A_TIME) {
      await queue.addBulk(
        alarms.slice(from, from + AT_A_TIME).map(({ id, at }) => ({
          name: 'alarm',
          data: {},
          opts: {
            jobId: id,
            delay: Math.max(0, Date.parse(at) - now),
            attempts: ATTEMPTS,
            backoff: { type: 'exponential', delay: this.options.firstPause ?? FIRST_PAUSE },
            removeOnComplete: true,
            removeOnFail: false,
          },
        })),
      );
    }
  }

  async cancel(...ids: readonly string[]): Promise<void> {
    const queue = this.reachable();
    await Promise.all(ids.map((id) => queue.remove(id)));
  }

  async now(): Promise<number | undefined> {
    if (this.away) return undefined;
    try {
      const [seconds, microseconds] = await this.commands.time();
      return Number(seconds) * 1_000 + Number(microseconds) / 1_000;
    } catch {
      return undefined;
    }
  }

  async status(): Promise<AlarmClockStatus> {
    const known = { kind: 'redis' as const, fired: this.fired };
    try {
      const queue = this.reachable();
      const { delayed = 0, waiting = 0, active = 0 } = await queue.getJobCounts('delayed', 'waiting', 'active');
      // The sweep that is planned next is a job as well, and no alarm.
      const planned = await queue.getJobSchedulersCount();
      const failed = await queue.getFailed(0, DEAD_LETTERS_SHOWN - 1);
      return {
        ...known,
        waiting: Math.max(0, delayed + waiting + active - planned),
        deadLetters: failed.flatMap((job: Job | undefined) => job?.id ?? []),
        trouble: this.evictionTrouble(),
      };
    } catch {
      const trouble = 'Redis is away. Deadlines are looked after by the sweep of this process, every minute.';
      return { ...known, waiting: null, deadLetters: [], trouble };
    }
  }

  async stop(): Promise<void> {
    if (this.stopped) return;
    this.stopped = true;
    clearInterval(this.guard);
    await endWork({
      begun: Promise.all([this.setting, this.sweeping]),
      commands: this.commands,
      worker: () => this.worker,
      queue: () => this.queue,
    }).catch(this.trouble);
    this.connections.close();
  }

  /** Redis is there, for the first time or again; nobody knows what it remembers. */
  private setUp(): Promise<void> {
    this.setting = this.setting
      .then(async () => {
        if (this.stopped) return;
        await this.openQueue();
        this.away = false;
        await this.askForEverything();
        this.lastTrouble = null;
      })
      .catch(this.trouble);
    return this.setting;
  }

  private async openQueue(): Promise<void> {
    if (this.queue !== undefined) return;
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
    this.worker = new Worker(QUEUE, (job) => this.ring(job), {
      connection: this.work,
      prefix: this.prefix,
      concurrency: SIDE_BY_SIDE,
    });
    this.worker.on('error', this.trouble);
    this.evictionPolicy = await this.readEvictionPolicy();
  }

  private async askForEverything(): Promise<void> {
    await this.reachable().upsertJobScheduler(
      SWEEP,
      { every: this.sweepEvery },
      { name: SWEEP, data: {}, opts: { attempts: 1, removeOnComplete: true, removeOnFail: true } },
    );
    await this.ask(...this.wanted());
  }

  private async ring({ name, id }: Job): Promise<void> {
    if (name === SWEEP) {
      this.sweptAt = performance.now();
      await this.sweep();
    } else if (id !== undefined) {
      this.fired++;
      await this.due(id);
    }
  }

  /** No connection, a wiped server and a stuck queue look the same from here, and are met the same way. */
  private async sweepIfRedisIsSilent(): Promise<void> {
    if (performance.now() - this.sweptAt < this.sweepEvery * 1.5 || (await this.isSweptElsewhere())) return;
    this.sweptAt = performance.now();
    this.sweeping = this.sweep().catch(this.trouble);
    if (!this.away) this.setting = this.setting.then(() => this.askForEverything()).catch(this.trouble);
  }

  /** Whether another instance has taken the latest run: Redis plans the next one when a run is taken, and not before. */
  private async isSweptElsewhere(): Promise<boolean> {
    try {
      const planned = await this.reachable().getJobScheduler(SWEEP);
      const now = await this.now();
      return planned?.next !== undefined && now !== undefined && planned.next > now - this.sweepEvery;
    } catch {
      return false;
    }
  }

  private reachable(): Queue {
    if (this.queue === undefined || this.away) throw new Error('Redis is away.');
    return this.queue;
  }

  private async readEvictionPolicy(): Promise<string | null> {
    try {
      const [, policy] = (await this.commands.config('GET', 'maxmemory-policy')) as string[];
      return policy ?? null;
    } catch {
      // A server that is managed for us may not say.
      return null;
    }
  }

  private evictionTrouble(): string | null {
    if (this.evictionPolicy === null || this.evictionPolicy === EVICTION_POLICY) return null;
    return `Redis may throw alarms away when its memory is full (maxmemory-policy is ${this.evictionPolicy}). Set it to ${EVICTION_POLICY}.`;
  }

  /** A server that is away says so at every attempt; once is enough. */
  private readonly trouble = (error: unknown): void => {
    const said = String(error);
    if (this.stopped || said === this.lastTrouble) return;
    this.lastTrouble = said;
    this.options.onTrouble?.(error);
  };
}
