import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Health } from '../health/health-watch.js';
import { outcomeOf } from '../watching/outcome.js';
import {
  NOBODY,
  type NoticeOutcome,
  type Reader,
  type RequestBegun,
  type WatchedRequest,
  type Watcher,
  type Work,
} from '../watching/watcher.js';

/** Seconds. The longest is the time limit of an append. */
const DURATIONS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];

/**
 * The counters for Prometheus, in a registry of its own; docs/metrics.md says what each means. Labels hold names of code only, so
 * there are no more series than there are commands, routes and read models, and none says anything about anybody.
 */
export class Metrics implements Watcher {
  private readonly registry = new Registry();
  private health: (() => Promise<Health>) | undefined;
  private asked: Promise<Health | undefined> = Promise.resolve(undefined);

  private readonly commands = this.counter('footprint_commands_total', 'Commands carried out or not.', [
    'command',
    'outcome',
  ]);
  private readonly commandDurations = this.histogram('footprint_command_duration_seconds', 'From turn to answer.', [
    'command',
  ]);
  private readonly appends = this.histogram('footprint_append_duration_seconds', 'Appends to the log.', ['outcome']);
  private readonly reads = this.histogram('footprint_read_duration_seconds', 'Reads of the log.', ['of', 'outcome']);
  private readonly requests = this.counter('footprint_requests_total', 'Requests answered.', [
    'method',
    'route',
    'status',
  ]);
  private readonly requestDurations = this.histogram('footprint_request_duration_seconds', 'Requests.', ['method']);
  private readonly jobs = this.histogram('footprint_job_duration_seconds', 'Alarms and sweeps.', ['job', 'outcome']);
  private readonly handled = this.counter('footprint_events_handled_total', 'Events read live.', ['reader']);
  private readonly breaks = this.counter('footprint_subscription_breaks_total', 'Subscriptions that broke.', [
    'reader',
  ]);
  private readonly notices = this.counter('footprint_notices_total', 'Notices handed to the provider.', ['outcome']);

  /** @param ofTheProcess whether to measure the process itself as well: memory, time spent, delay of the event loop */
  constructor({ ofTheProcess = false }: { ofTheProcess?: boolean } = {}) {
    if (ofTheProcess) collectDefaultMetrics({ register: this.registry });
    // Prometheus sees an increase only of what was there before.
    for (const outcome of ['unavailable', 'failed']) this.appends.zero({ outcome });
    this.gauge('footprint_ready', 'Whether it can be worked with.', ({ ready }, gauge) => gauge.set(ready ? 1 : 0));
    this.gauge(
      'footprint_health',
      '0 well, 1 to look at, 2 broken.',
      ({ parts }, gauge) => {
        for (const { name, state } of parts) gauge.set({ part: name }, SEVERITY[state]);
      },
      ['part'],
    );
    this.gauge(
      'footprint_projection_lag_seconds',
      'How long a read model has been behind the log.',
      ({ statuses }, gauge) => {
        for (const { name, behindSince } of statuses.readModels)
          gauge.set({ projection: name }, secondsBetween(behindSince, statuses.now));
      },
      ['projection'],
    );
    this.gauge('footprint_alarms_waiting', 'Alarms set.', ({ statuses: { alarms } }, gauge) => {
      if (alarms?.waiting !== undefined && alarms.waiting !== null) gauge.set(alarms.waiting);
    });
    this.gauge('footprint_alarms_late', 'Dates passed, not on record.', ({ statuses: { alarms } }, gauge) =>
      gauge.set(alarms?.late ?? 0),
    );
    this.gauge('footprint_dead_letters', 'Alarms given up.', ({ statuses: { alarms } }, gauge) =>
      gauge.set(alarms?.deadLetters.length ?? 0),
    );
    this.gauge('footprint_last_sweep_timestamp_seconds', 'When a sweep last ended here.', ({ statuses }, gauge) => {
      if (statuses.lastSweep !== null) gauge.set(Date.parse(statuses.lastSweep) / 1000);
    });
    this.gauge('footprint_notices_waiting', 'Notices not sent yet.', ({ statuses }, gauge) =>
      gauge.set(statuses.notices.waiting),
    );
    this.gauge('footprint_notice_failures', 'Failures in a row.', ({ statuses }, gauge) =>
      gauge.set(statuses.notices.failures),
    );
    this.gauge('footprint_data_free_bytes', 'Free where the data folder is.', ({ statuses: { disk } }, gauge) => {
      if (disk !== null) gauge.set(disk.freeBytes);
    });
    this.gauge('footprint_data_size_bytes', 'Size of the file system there.', ({ statuses: { disk } }, gauge) => {
      if (disk !== null) gauge.set(disk.sizeBytes);
    });
  }

  /** From now on, what is not counted is looked up here. */
  lookUp(health: () => Promise<Health>): void {
    this.health = health;
  }

  async around<Result>(
    work: Work,
    run: () => Promise<Result>,
    cameTo: (result: Result) => string = () => 'done',
  ): Promise<Result> {
    const began = performance.now();
    try {
      const result = await run();
      this.took(work, cameTo(result), (performance.now() - began) / 1000);
      return result;
    } catch (error) {
      this.took(work, outcomeOf(error), (performance.now() - began) / 1000);
      throw error;
    }
  }

  request({ method }: RequestBegun): WatchedRequest {
    return {
      ...NOBODY.request({ method, correlationId: '', traceparent: undefined }),
      answered: ({ route, status, seconds }) => {
        this.requests.inc({ method, route: route ?? 'none', status });
        this.requestDurations.observe({ method }, seconds);
      },
    };
  }

  broke(reader: Reader): void {
    this.breaks.inc({ reader });
  }

  notice(outcome: NoticeOutcome): void {
    this.notices.inc({ outcome });
  }

  /** Everything, as Prometheus reads it. */
  async exposition(): Promise<{ readonly contentType: string; readonly text: string }> {
    this.asked = this.health?.() ?? Promise.resolve(undefined);
    return { contentType: this.registry.contentType, text: await this.registry.metrics() };
  }

  private took(work: Work, outcome: string, seconds: number): void {
    switch (work.kind) {
      case 'command':
        this.commands.inc({ command: work.name, outcome });
        return this.commandDurations.observe({ command: work.name }, seconds);
      case 'append':
        return this.appends.observe({ outcome }, seconds);
      case 'read':
        return this.reads.observe({ of: work.of, outcome }, seconds);
      case 'page':
        return this.handled.inc({ reader: work.reader }, work.events.length);
      case 'job':
        return this.jobs.observe({ job: work.name, outcome }, seconds);
    }
  }

  private counter<Label extends string>(name: string, help: string, labelNames: readonly Label[]): Counter<Label> {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  private histogram<Label extends string>(name: string, help: string, labelNames: readonly Label[]): Histogram<Label> {
    return new Histogram({ name, help, labelNames, buckets: DURATIONS, registers: [this.registry] });
  }

  /** A gauge that is looked up when Prometheus asks. */
  private gauge<Label extends string>(
    name: string,
    help: string,
    set: (health: Health, gauge: Gauge<Label>) => void,
    labelNames: readonly Label[] = [],
  ): void {
    const asked = (): Promise<Health | undefined> => this.asked;
    new Gauge<Label>({
      ...{ name, help, labelNames, registers: [this.registry] },
      async collect() {
        const health = await asked();
        if (health === undefined) return;
        // A part that is no more, such as a warning, goes.
        if (labelNames.length > 0) this.reset();
        set(health, this);
      },
    });
  }
}

const SEVERITY = { well: 0, look: 1, broken: 2 } as const;

const secondsBetween = (from: string | null, to: string): number =>
  from === null ? 0 : Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);
