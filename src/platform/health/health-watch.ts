import { statfs } from 'node:fs/promises';
import { hostname } from 'node:os';
import type { Clock } from '../clock/clock.js';
import type { EventStore, Position } from '../event-store/event-store.js';
import { eventsBetween, shareBefore } from '../event-store/positions.js';
import type { Alarms, Warning } from '../jobs/alarms-status.js';
import type { ReportsNotices } from '../notices/status.js';
import type { ReadModels } from '../projections/projection.js';
import type { RowTroubles } from '../row-troubles.js';
import { within } from '../within.js';
import { type HealthPart, healthOf, isReady, type PartState } from './health.js';
import { Lag } from './lag.js';
import type { Statuses } from './statuses.js';

export interface HealthSources {
  readonly store: Pick<EventStore, 'head'>;
  readonly readModels: Pick<ReadModels, 'status' | 'progress'>;
  readonly alarms: Alarms;
  readonly notices: ReportsNotices;
  readonly troubles: Pick<RowTroubles, 'now'>;
  readonly warnings: readonly Warning[];
  /** The troubles that make health red by themselves. */
  readonly failings: readonly Warning[];
  readonly clock: Clock;
  /** Null where nothing is kept on a disk. */
  readonly dataDir: string | null;
  /** Whether this process sweeps. */
  readonly sweeps: boolean;
  /** Milliseconds that the log has to say where it ends, and alarms how they stand; 4 s unless told. */
  readonly patience?: number;
}

/** A part of the program, and since when it has been in that state. */
export interface HealthPartSince extends HealthPart {
  /** ISO instant, UTC; the first time it was looked at in this state. */
  readonly since: string;
}

export interface Health {
  /** Of several instances this one: the name of its machine or container. */
  readonly instance: string;
  readonly statuses: Statuses;
  readonly parts: readonly HealthPartSince[];
  readonly ready: boolean;
}

/** A monitor gives up sooner than the log does: Docker after 5 s, Prometheus after 10 s. */
const PATIENCE = 4_000;

/** Milliseconds between two looks at the log, so that it is known since when a reader has been behind. */
const LOOK_EVERY = 10_000;

/** Looks at every part of the program, from time to time and whenever it is asked. */
export class HealthWatch {
  private readonly lag = new Lag();
  private readonly since = new Map<string, { readonly state: PartState; readonly since: string }>();
  private readonly began: string;
  private lastSweep: string | null = null;
  private makingSince: string | null = null;
  private look: Promise<Health> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<unknown> = Promise.resolve();

  constructor(private readonly sources: HealthSources) {
    this.began = sources.clock.now();
  }

  start(): void {
    this.timer ??= setInterval(() => (this.looking = this.health()), LOOK_EVERY).unref();
  }

  /** Ends when the look under way has ended. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  /** A sweep has ended. */
  swept(): void {
    this.lastSweep = this.sources.clock.now();
  }

  /**
   * A request that comes during a look is answered with that look: anybody may ask, as often as they like, and each look reads the log and the
   * disk.
   */
  async health(): Promise<Health> {
    this.look ??= this.lookAtAll().finally(() => (this.look = undefined));
    return this.look;
  }

  private async lookAtAll(): Promise<Health> {
    const statuses = await this.statuses();
    const parts = healthOf(statuses).map((part) => ({ ...part, since: this.sinceOf(part, statuses.now) }));
    return { instance: hostname(), statuses, parts, ready: isReady(statuses) };
  }

  private async statuses(): Promise<Statuses> {
    const { store, readModels, alarms, notices, troubles, warnings, failings, clock, sweeps } = this.sources;
    const { patience = PATIENCE } = this.sources;
    // Side by side, for a log and a Redis that say nothing may not add up to longer than the caller will wait.
    const [head, alarmsNow] = await Promise.all([
      within(patience, store.head()).catch(() => null),
      within(patience, alarms.status()).catch(() => null),
    ]);
    const now = clock.now();
    if (head) this.lag.sawHead(head, now);
    const models = readModels.status();
    this.lag.forgetUpTo(slowest(models.map(({ position }) => position)));
    return {
      now,
      log: { reachable: head !== null, head: head ?? null },
      progress: this.progress(head ?? null, now),
      readModels: models.map((each) => ({ ...each, behindSince: this.lag.behindSince(each.position) })),
      alarms: alarmsNow,
      lastSweep: this.lastSweep,
      // Over Redis another instance may be the one that sweeps.
      sweepsSince: sweeps && alarmsNow?.kind !== 'redis' ? this.began : null,
      notices: notices.status(),
      rows: troubles.now(),
      disk: await this.disk(),
      warnings: warnings.flatMap((warning) => warning() ?? []),
      failings: failings.flatMap((failing) => failing() ?? []),
    };
  }

  private progress(head: Position | null, now: string): Statuses['progress'] {
    const progress = this.sources.readModels.progress();
    if (progress === null || head === null) {
      this.makingSince = null;
      return null;
    }
    const { doing, events, position } = progress;
    this.makingSince ??= now;
    return {
      ...{ doing, events, since: this.makingSince },
      share: shareBefore(position, head),
      eventsBehind: eventsBetween(position, head),
    };
  }

  private async disk(): Promise<Statuses['disk']> {
    if (this.sources.dataDir === null) return null;
    return statfs(this.sources.dataDir).then(
      ({ bavail, blocks, bsize }) => ({ freeBytes: bavail * bsize, sizeBytes: blocks * bsize }),
      () => null,
    );
  }

  private sinceOf({ name, state }: HealthPart, now: string): string {
    const known = this.since.get(name);
    if (known?.state === state) return known.since;
    this.since.set(name, { state, since: now });
    return now;
  }
}

const slowest = (positions: readonly (Position | null)[]): Position | null =>
  positions.reduce(
    (least, each) => (least === null || each === null ? null : each < least ? each : least),
    positions[0] ?? null,
  );
