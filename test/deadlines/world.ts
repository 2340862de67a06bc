import { deadlines } from '../../projections/deadlines/deadlines.js';
import { CouncilCalendar } from '../../src/calendar/council-calendar.js';
import { CALENDAR_STREAM, calendarDecider } from '../../src/calendar/council-days.js';
import { londonDate } from '../../src/calendar/dates.js';
import { DeadlineKeeper } from '../../src/deadlines/deadline-keeper.js';
import { stepsDue } from '../../src/deadlines/deadlines.js';
import { disputeStream } from '../../src/disputes/act-on-dispute.js';
import type { DisputeAct } from '../../src/disputes/acts/all-acts.js';
import { disputeDecider } from '../../src/disputes/decide.js';
import { type DisputeState, notRaised } from '../../src/disputes/dispute.js';
import { evolve } from '../../src/disputes/fold/evolve.js';
import type { DisputeEvent } from '../../src/disputes/events.js';
import { versionOf } from '../../src/event-catalogue.js';
import { SettableClock } from '../../src/platform/clock/clock.js';
import { ClockWatch, type Witness } from '../../src/platform/clock/clock-watch.js';
import type { Recorded } from '../../src/platform/decider.js';
import type { Actor, JsonObject, Position, RecordedEvent } from '../../src/platform/event-store/event-store.js';
import { MemoryEventStore } from '../../src/platform/event-store/memory/memory-event-store.js';
import { type Envelope, Executor } from '../../src/platform/executor.js';
import type { AlarmClock } from '../../src/platform/jobs/alarm-clock.js';
import type { Duty } from '../../src/platform/jobs/duty.js';
import { AlwaysOnDuty } from '../../src/platform/jobs/in-process/always-on-duty.js';
import { projection } from '../../src/platform/projections/projection.js';
import { ProjectionRunner } from '../../src/platform/projections/projection-runner.js';
import { RowsApart } from '../../src/work-over-rows.js';
import { adoptionDecider, PROTOCOL_STREAM } from '../../src/protocol/adoption.js';
import { ProtocolLibrary } from '../../src/protocol/protocol-library.js';
import type { Protocol } from '../../src/protocol/protocol.js';
import { IN_SET_UP } from '../../src/roles/agreed.js';
import { Controls } from '../support/controls.js';

/** Chases once at the first stage, goes up by itself from the second, asks the judge at the third; receipt within two days. */
export const theProtocol: Protocol = Controls.protocol({
  stages: [
    Controls.stage(1, 'team-manager', { onSilence: 'chase-then-ask' }),
    Controls.stage(2, 'service-manager', { onSilence: 'escalate' }),
    Controls.stage(3, 'director', { onSilence: 'ask-the-judge' }),
  ],
  receiptClock: { unit: 'working-days', amount: 2 },
});

/** A log, its read model of dates, and a keeper of deadlines with the alarm clock a test gives it. Nothing else of the program. */
export class World {
  readonly clock: SettableClock;
  readonly store: MemoryEventStore;
  readonly troubles: unknown[] = [];
  private readonly executor: Executor;
  private readonly protocols: ProtocolLibrary;
  private readonly calendar: CouncilCalendar;
  private commands = 0;
  /** Position of the last event that was on record when somebody waited for the keeper. */
  private last: Position | undefined;
  private running: { keeper: DeadlineKeeper; runner: ProjectionRunner; duty: Duty } | undefined;

  /** Disputes that keepers have looked at, in turn. */
  readonly looks: string[] = [];

  private constructor(
    at: string,
    /** The file of the read models; those in memory are gone with each stop. */
    private readonly readModels: string,
  ) {
    this.clock = new SettableClock(at);
    this.store = new MemoryEventStore(this.clock);
    this.executor = new Executor(this.store, versionOf);
    this.protocols = new ProtocolLibrary(this.store);
    this.calendar = new CouncilCalendar(this.store);
  }

  static async begin({ protocol = theProtocol, at = Controls.now, readModels = ':memory:' } = {}): Promise<World> {
    const world = new World(at, readModels);
    await world.executor.execute(
      PROTOCOL_STREAM,
      adoptionDecider,
      {
        type: 'adopt-protocol',
        from: '2020-01-01',
        protocol,
        file: 'id: house',
        fileSha256: 'control',
        warnings: [],
        agreed: IN_SET_UP,
      },
      null,
      world.envelope(Controls.commandLine),
    );
    return world;
  }

  get now(): string {
    return this.clock.now();
  }

  get keeper(): DeadlineKeeper {
    if (this.running === undefined) throw new Error('Nobody keeps the deadlines now.');
    return this.running.keeper;
  }

  /** The program starts: it knows nothing but the log. */
  async start(alarmClock: AlarmClock, witnesses: readonly Witness[] = []): Promise<DeadlineKeeper> {
    const { store, executor, clock } = this;
    const runner = new ProjectionRunner({ store, path: this.readModels, projections: [projection(deadlines)] });
    runner.start();
    const keeper = new DeadlineKeeper({
      store,
      executor: {
        load: (stream, decider) => {
          this.looks.push(stream.replace('dispute-', ''));
          return executor.load(stream, decider);
        },
      },
      readModels: runner,
      clock,
      alarmClock,
      watch: new ClockWatch(clock, witnesses),
      troubles: new RowsApart(clock),
      rules: () => this.rules(),
      calendarDigest: () => this.calendar.digest(),
      send: (reference, act, envelope) => this.send(reference, act, envelope),
      follow: () => Promise.resolve(),
      setAside: () => Promise.resolve(false),
      onTrouble: (error) => void this.troubles.push(error),
    });
    const duty = new AlwaysOnDuty();
    this.running = { keeper, runner, duty };
    await keeper.start();
    duty.start((signal) => keeper.keep(signal));
    await runner.catchUp();
    return keeper;
  }

  async stop(): Promise<void> {
    const { running } = this;
    this.running = undefined;
    await Promise.all([running?.duty.stop(), running?.keeper.stop(), running?.runner.stop()]);
    await running?.runner.close();
  }

  /** The sweep of each minute, with the read model as far as the log. */
  async sweep(): Promise<void> {
    await this.running!.runner.catchUp();
    await this.keeper.sweep();
    await this.running!.runner.catchUp();
  }

  /** Until the keeper has looked at everything on record. */
  async idle(): Promise<void> {
    const news = await this.store.readAll(this.last, { categories: ['dispute', 'calendar'], limit: 100_000 });
    this.last = news.at(-1)?.position ?? this.last;
    const { last } = this;
    while (last !== undefined && (this.keeper.reached === undefined || this.keeper.reached < last)) await breath();
  }

  /** How many steps are due by now and not taken, by the log itself. */
  async undone(): Promise<number> {
    const rules = { ...(await this.rules()), now: this.now };
    const all = await this.store.readAll(undefined, { categories: ['dispute'], limit: 100_000 });
    const histories = Object.values(Object.groupBy(all, ({ stream }) => stream));
    return histories.flatMap((events = []) => {
      const recorded = events as unknown as Recorded<DisputeEvent>[];
      return stepsDue({ events, state: recorded.reduce<DisputeState>(evolve, notRaised) }, rules, undefined);
    }).length;
  }

  async act(reference: string, act: DisputeAct, who: Actor = Controls.iro): Promise<void> {
    await this.send(reference, act, this.envelope(who));
  }

  /** A holiday is announced after dates were set. */
  async announceClosing(...dates: string[]): Promise<void> {
    const command = { type: 'set-closing-days' as const, dates, reason: 'A day of mourning was announced.' };
    await this.executor.execute(CALENDAR_STREAM, calendarDecider, command, null, this.envelope(Controls.commandLine));
  }

  events(reference: string): Promise<RecordedEvent[]> {
    return this.store.read(disputeStream(reference));
  }

  async typesOf(reference: string): Promise<string[]> {
    return (await this.events(reference)).map(({ type }) => type);
  }

  /** Everything on record about disputes, but for when the store learned of it and where other disputes' events stand in between. */
  async record(): Promise<JsonObject[]> {
    const all = await this.store.readAll(undefined, { categories: ['dispute'], limit: 100_000 });
    return all
      .map(({ position: _position, recordedAt: _recordedAt, ...event }) => event as unknown as JsonObject)
      .sort((a, b) => `${a.stream}`.localeCompare(`${b.stream}`) || Number(a.revision) - Number(b.revision));
  }

  private async send(reference: string, act: DisputeAct, envelope: Envelope) {
    const context = {
      ...(await this.rules()),
      actor: envelope.actor,
      now: envelope.occurredAt,
      today: londonDate(envelope.occurredAt),
    };
    return this.executor.execute(disputeStream(reference), disputeDecider, act, context, envelope);
  }

  private async rules() {
    return { protocols: await this.protocols.current(), calendar: await this.calendar.current() };
  }

  private envelope(actor: Actor): Envelope {
    return { commandId: `command-${this.commands++}`, actor, occurredAt: this.clock.now() };
  }
}

const breath = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
