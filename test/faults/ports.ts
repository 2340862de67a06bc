import type { Clock } from '../../src/platform/clock/clock.js';
import type {
  AppendResult,
  EventStore,
  EventToAppend,
  ExpectedRevision,
  Position,
  ReadAllOptions,
  RecordedEvent,
  SubscribeOptions,
} from '../../src/platform/event-store/event-store.js';

/** The process is gone: nobody may catch this and go on. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/** Counts each step over a port, and ends the process at the one it is told; nothing works in it afterwards. */
export class Ports {
  /** Each step since it was last told when to crash: whether it was before or after an append, or something that is only read. */
  steps: ('writes' | 'reads')[] = [];
  crashed = false;
  private crashAt = Infinity;
  private among: 'writes' | undefined;
  private counted = 0;

  /**
   * From now on: the first step is 1.
   * @param among counts only the steps around appends, as what is read before them differs with what a process has read already
   */
  crashAtStep(step: number, among?: 'writes'): void {
    this.steps = [];
    this.crashAt = step;
    this.among = among;
    this.counted = 0;
  }

  step(kind: 'writes' | 'reads' = 'reads'): void {
    this.mustLive();
    this.steps.push(kind);
    if (this.among !== undefined && kind !== this.among) return;
    if (++this.counted !== this.crashAt) return;
    this.crashed = true;
    throw new Crash();
  }

  mustLive(): void {
    if (this.crashed) throw new Crash();
  }

  /** Every call of these methods is a step. */
  over<Port extends object>(port: Port, ...methods: (keyof Port)[]): void {
    for (const method of methods) {
      const call = (port[method] as (...given: unknown[]) => unknown).bind(port);
      Object.assign(port, {
        [method]: (...given: unknown[]) => {
          this.step();
          return call(...given);
        },
      });
    }
  }

  clock(clock: Clock): Clock {
    return {
      now: () => {
        this.step();
        return clock.now();
      },
    };
  }
}

/** A log that outlives the process that uses it. A follower in the background sees it die, and is no step of a command. */
export class LogOfOneProcess implements EventStore {
  constructor(
    private readonly log: EventStore,
    private readonly ports: Ports,
  ) {}

  /** A crash before it, and one after it that nobody was told of. */
  async append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendResult> {
    this.ports.step('writes');
    const result = await this.log.append(stream, expected, events);
    this.ports.step('writes');
    return result;
  }

  async read(stream: string, from?: number): Promise<RecordedEvent[]> {
    this.ports.step();
    return this.log.read(stream, from);
  }

  async readAll(after: Position | undefined, options?: ReadAllOptions): Promise<RecordedEvent[]> {
    this.ports.mustLive();
    return this.log.readAll(after, options);
  }

  subscribe(after: Position | undefined, options: SubscribeOptions): AsyncIterable<RecordedEvent[]> {
    this.ports.mustLive();
    return this.log.subscribe(after, options);
  }

  async head(): Promise<Position | undefined> {
    this.ports.mustLive();
    return this.log.head();
  }

  async certainHead(): Promise<Position | undefined> {
    this.ports.mustLive();
    return this.log.certainHead();
  }

  async close(): Promise<void> {}
}
