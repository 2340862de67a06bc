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

/**
 * The longest time it sleeps without looking at the clock. A timer counts time that has passed and not what the clock says, and it
 * cannot be set for more than 24.8 days: so it wakes every minute, and neither drift nor a clock put right can make it late.
 */
const LONGEST_SLEEP = 60_000;

/** The alarm clock that needs nothing: a list in memory and one timer. */
export class InProcessAlarmClock implements AlarmClock {
  private readonly alarms = new Map<string, number>();
  private readonly failures = new Map<string, number>();
  private readonly deadLetters = new Set<string>();
  private readonly ringing = new Set<Promise<void>>();
  private due: (id: string) => Promise<void> = async () => {};
  private sweep: () => Promise<void> = async () => {};
  private next = Infinity;
  private fired = 0;
  private running = false;
  private sleep: NodeJS.Timeout | undefined;
  private everyMinute: NodeJS.Timeout | undefined;

  constructor(private readonly clock: Clock) {}

  onDue(handler: (id: string) => Promise<void>): void {
    this.due = handler;
  }

  onSweep(handler: () => Promise<void>): void {
    this.sweep = handler;
  }

  async start(wanted: () => Iterable<Alarm>): Promise<void> {
    this.running = true;
    this.everyMinute = setInterval(() => this.begin(this.sweep()), SWEEP_EVERY).unref();
    await this.ask(...wanted());
    this.wind();
  }

  async ask(...alarms: readonly Alarm[]): Promise<void> {
    for (const { id, at } of alarms) this.set(id, Date.parse(at));
  }

  async cancel(...ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      this.alarms.delete(id);
      this.failures.delete(id);
      this.deadLetters.delete(id);
    }
  }

  /** Rings all that is due by the clock as it stands, and ends when all of it has been dealt with. */
  async look(): Promise<void> {
    const now = this.time();
    const due: string[] = [];
    this.next = Infinity;
    for (const [id, at] of this.alarms) {
      if (at <= now) due.push(id);
      else this.next = Math.min(this.next, at);
    }
    for (const id of due) this.alarms.delete(id);
    this.wind();
    const ringOneByOne = async (): Promise<void> => {
      for (let id = due.pop(); id !== undefined; id = due.pop()) await this.ring(id);
    };
    await Promise.all(Array.from({ length: Math.min(SIDE_BY_SIDE, due.length) }, ringOneByOne));
  }

  async now(): Promise<undefined> {
    return undefined;
  }

  async status(): Promise<AlarmClockStatus> {
    const { fired } = this;
    return { kind: 'in-process', waiting: this.alarms.size, fired, deadLetters: [...this.deadLetters], trouble: null };
  }

  async stop(): Promise<void> {
    this.running = false;
    clearTimeout(this.sleep);
    clearInterval(this.everyMinute);
    await Promise.all(this.ringing);
  }

  private set(id: string, at: number): void {
    this.alarms.set(id, at);
    if (at >= this.next) return;
    this.next = at;
    this.wind();
  }

  private wind(): void {
    clearTimeout(this.sleep);
    if (!this.running || this.next === Infinity) return;
    const milliseconds = Math.min(Math.max(0, this.next - this.time()), LONGEST_SLEEP);
    this.sleep = setTimeout(() => this.begin(this.look()), milliseconds).unref();
  }

  private async ring(id: string): Promise<void> {
    this.fired++;
    try {
      await this.due(id);
      this.failures.delete(id);
    } catch {
      const failures = (this.failures.get(id) ?? 0) + 1;
      this.failures.set(id, failures);
      if (failures < ATTEMPTS) this.set(id, this.time() + FIRST_PAUSE * 2 ** (failures - 1));
      else this.deadLetters.add(id);
    }
  }

  /** Work of a timer has nobody to answer to: what it could not do is tried again by the next sweep. */
  private begin(work: Promise<void>): void {
    const ended = work.catch(() => undefined).finally(() => this.ringing.delete(ended));
    this.ringing.add(ended);
  }

  private time(): number {
    return Date.parse(this.clock.now());
  }
}
