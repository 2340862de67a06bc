import type { Chance } from '../../src/demonstration/chance.js';
import type { Clock } from '../../src/platform/clock/clock.js';
import type { Alarm, AlarmClock, AlarmClockStatus } from '../../src/platform/jobs/alarm-clock.js';

/** The faults of alarms, each in so many of a hundred. */
export interface Faults {
  readonly dropped: number;
  readonly doubled: number;
  readonly early: number;
  /** Late by up to so many milliseconds. */
  readonly lateBy: number;
  /** Nothing can be asked of it, and it rings nothing. */
  readonly away: number;
}

/** An alarm clock that loses, doubles, delays and mixes up what it is asked for, by chance. */
export class FaultyAlarmClock implements AlarmClock {
  /** The number of times that it has rung, all in all. */
  rung = 0;
  private readonly alarms = new Map<string, number>();
  private due: (id: string) => Promise<void> = async () => {};

  constructor(
    private readonly clock: Clock,
    private readonly chance: Chance,
    private readonly faults: Faults,
  ) {}

  onDue(handler: (id: string) => Promise<void>): void {
    this.due = handler;
  }

  onSweep(): void {}

  async start(wanted: () => Iterable<Alarm>): Promise<void> {
    await this.ask(...wanted()).catch(() => undefined);
  }

  async ask(...alarms: readonly Alarm[]): Promise<void> {
    if (this.chance.happens(this.faults.away)) throw new Error('The alarm clock is away.');
    for (const { id, at } of alarms) {
      if (!this.chance.happens(this.faults.dropped)) {
        this.alarms.set(id, Date.parse(at) + this.chance.number(0, this.faults.lateBy));
      }
    }
  }

  async cancel(...ids: readonly string[]): Promise<void> {
    if (this.chance.happens(this.faults.away)) throw new Error('The alarm clock is away.');
    for (const id of ids) this.alarms.delete(id);
  }

  /** Rings what it has, in any order, some of it early and some of it twice at once. */
  async ring(): Promise<void> {
    if (this.chance.happens(this.faults.away)) return;
    const now = Date.parse(this.clock.now());
    const ringing = [...this.alarms].flatMap(([id, at]) => {
      if (at > now) return this.chance.happens(this.faults.early) ? [id] : [];
      this.alarms.delete(id);
      return this.chance.happens(this.faults.doubled) ? [id, id] : [id];
    });
    this.rung += ringing.length;
    await Promise.all(this.mixed(ringing).map((id) => this.due(id)));
  }

  private mixed(ids: readonly string[]): string[] {
    const places = new Map(ids.map((id) => [id, this.chance.number(0, 1_000_000)]));
    return [...ids].sort((a, b) => places.get(a)! - places.get(b)!);
  }

  async now(): Promise<undefined> {
    return undefined;
  }

  async status(): Promise<AlarmClockStatus> {
    return { kind: 'in-process', waiting: this.alarms.size, fired: 0, deadLetters: [], trouble: null };
  }

  async stop(): Promise<void> {}
}
