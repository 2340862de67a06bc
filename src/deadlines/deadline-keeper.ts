import { setTimeout as pause } from 'node:timers/promises';
import type { Instant } from '../calendar/calendar.js';
import { CALENDAR_STREAM } from '../calendar/council-days.js';
import { disputeStream } from '../disputes/act-on-dispute.js';
import type { DisputeAct } from '../disputes/acts/all-acts.js';
import { disputeDecider } from '../disputes/decide.js';
import type { DisputeContext } from '../disputes/context.js';
import type { DisputeState } from '../disputes/dispute.js';
import { THE_CLOCK } from '../disputes/rules.js';
import { hasCome } from '../disputes/time/late.js';
import { isToComeIn } from '../disputes/time/late-in-sql.js';
import type { Clock } from '../platform/clock/clock.js';
import type { ClockWatch } from '../platform/clock/clock-watch.js';
import { Refusal } from '../platform/decider.js';
import { categoryOf, type EventStore, type Position, type RecordedEvent } from '../platform/event-store/event-store.js';
import type { Envelope, Execution, Executor } from '../platform/executor.js';
import { type Alarm, type AlarmClock, SIDE_BY_SIDE } from '../platform/jobs/alarm-clock.js';
import type { Alarms, AlarmsStatus } from '../platform/jobs/alarms-status.js';
import type { Bookmarks, ReadModels } from '../platform/projections/projection.js';
import type { RowsApart } from '../work-over-rows.js';
import { alarmFor, alarmsFor, openDeadlines, referenceOfAlarm, type Step, stepsDue } from './deadlines.js';
import { type DeadlineRow, HAS_NEXT_STEP, OPEN, sheetOf, TO_BE_RECORDED } from './sheet.js';

/** The ports of the keeper. */
export interface KeeperNeeds {
  readonly store: EventStore;
  readonly executor: Pick<Executor, 'load'>;
  readonly readModels: ReadModels & Bookmarks & { catchUp(): Promise<void> };
  readonly clock: Clock;
  readonly watch: ClockWatch;
  readonly alarmClock: AlarmClock;
  readonly troubles: RowsApart;
  /** The rules and the calendar as they stand. */
  rules(): Promise<Pick<DisputeContext, 'protocols' | 'calendar'>>;
  send(reference: string, act: DisputeAct, envelope: Envelope): Promise<Execution<unknown>>;
  /** Tells calendars apart, also from one run of the program to the next. */
  calendarDigest(): Promise<string>;
  /** Lets disputes follow their children and the teams. */
  follow(): Promise<void>;
  /** Sets a dispute aside whose child has died; whether there was anything to do. */
  setAside(reference: string, state: DisputeState): Promise<boolean>;
  /** Told what went wrong in the background; the next sweep tries it again. */
  onTrouble(error: unknown): void;
}

/** More steps than one dispute can have due at once, so that a mistake cannot run for ever. */
const MOST_STEPS = 100;
const LONGEST_PAUSE = 5_000;

/**
 * Keeps the deadlines of every dispute: sets alarms as the log grows, and when one rings, or the sweep comes round, does what the
 * process manager ({@link stepsDue}) says. It always looks at the dispute's own history first, so what made it look does not matter:
 * an alarm, a sweep, an event, or the same alarm twice. Alarms ring and sweeps are done on any instance; the one on duty follows the
 * log and sets the alarms.
 */
export class DeadlineKeeper implements Alarms {
  /** Alarms wanted, by dispute: what an alarm clock that has forgotten is told again. Known to the instance on duty only. */
  private alarms: Map<string, readonly Alarm[]> | undefined;
  /**
   * Disputes with dates that had passed and were not on record when this instance last looked, and how many. The sheet alone cannot
   * say: whether a date was missed is decided by the history (sheet.ts). Another instance may have put them on record since.
   */
  private readonly late = new Map<string, number>();
  /** Steps that came to nothing, with the revision at which they did: not worth trying again until something happens. */
  private readonly idle = new Map<string, number>();
  private readonly turns = new Map<string, Promise<void>>();
  private readonly stopping = new AbortController();
  /** How far in the log it has looked at everything, while on duty. */
  reached: Position | undefined;

  constructor(private readonly needs: KeeperNeeds) {
    needs.alarmClock.onDue((id) => this.attend(referenceOfAlarm(id)));
    needs.alarmClock.onSweep(() => this.sweep());
  }

  /** From now on alarms ring here. */
  async start(): Promise<void> {
    await this.needs.alarmClock.start(() => [...(this.alarms?.values() ?? [])].flat());
  }

  /**
   * On duty: follows the log and sets the alarms until the signal. It may have far to go before the deadlines are known; what is away
   * is asked again, patiently.
   */
  async keep(signal: AbortSignal): Promise<void> {
    await this.patiently(signal, () => this.followLog(signal));
    this.alarms = undefined;
    this.reached = undefined;
  }

  /** Ends when whatever it is doing is done; the read models and the log may be closed after it. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.needs.alarmClock.stop();
    await Promise.all(this.turns.values());
  }

  /** Attends to every dispute with something due, whatever became of its alarm. */
  async sweep(): Promise<void> {
    const { reached } = this;
    const calendar = await this.needs.calendarDigest();
    await this.attendAll(this.references([TO_BE_RECORDED, HAS_NEXT_STEP], { now: this.needs.clock.now() }));
    // Also where nothing happens: the place is as old as the last look.
    if (reached !== undefined && reached === this.reached) this.keepPlace(reached, calendar);
  }

  /** One dispute: its alarms are set, and what is due is done. Calls for the same dispute take turns. */
  async attend(reference: string): Promise<void> {
    const before = this.turns.get(reference) ?? Promise.resolve();
    const turn = before.catch(() => undefined).then(() => this.attendInTurn(reference));
    this.turns.set(reference, turn);
    try {
      await turn;
    } finally {
      if (this.turns.get(reference) === turn) this.turns.delete(reference);
    }
  }

  async status(): Promise<AlarmsStatus> {
    const passed = this.references([TO_BE_RECORDED], { now: this.needs.clock.now() });
    const late = passed.reduce((sum, reference) => sum + (this.late.get(reference) ?? 0), 0);
    const [alarms, held] = await Promise.all([this.needs.alarmClock.status(), this.needs.watch.trouble()]);
    return { ...alarms, late, held };
  }

  private async followLog(signal: AbortSignal): Promise<void> {
    const { readModels } = this.needs;
    await readModels.catchUp();
    const position = readModels.status().find(({ name }) => name === 'deadlines')?.position ?? undefined;
    const calendar = await this.needs.calendarDigest();
    const place = this.placeKept(calendar, position);
    this.alarms = this.alarmsFromSheet();
    await this.ask([...this.alarms.values()].flat());
    // First what happened to the children while nobody was on duty: the day of a death stops a clock that would have run out since.
    await this.needs.follow();
    // Some dates passed while nobody was on duty. Unless it is known that every date was looked at by this calendar, all of them are.
    const kinds = place === undefined ? [OPEN] : [TO_BE_RECORDED];
    await this.attendAll(this.references([...kinds, HAS_NEXT_STEP], { now: this.needs.clock.now() }));
    this.reached = place ?? position;
    if (this.reached !== undefined) this.keepPlace(this.reached, calendar);
    await this.follow(this.reached, signal);
  }

  /**
   * How far this instance had looked at everything, by this calendar, when it was last on duty; undefined where that is not known, or so
   * long ago that looking at every open date is less than following the log from there.
   */
  private placeKept(calendar: string, reached: Position | undefined): Position | undefined {
    const kept = this.needs.readModels.bookmark(BOOKMARK);
    if (kept === undefined || reached === undefined) return undefined;
    const place = JSON.parse(kept) as Place;
    const age = Date.parse(this.needs.clock.now()) - Date.parse(place.at);
    return place.calendar === calendar && place.position <= reached && age >= 0 && age < A_DAY
      ? place.position
      : undefined;
  }

  private keepPlace(position: Position, calendar: string): void {
    const place: Place = { position, calendar, at: this.needs.clock.now() };
    this.needs.readModels.placeBookmark(BOOKMARK, JSON.stringify(place));
  }

  private alarmsFromSheet(): Map<string, readonly Alarm[]> {
    const alarms = new Map<string, readonly Alarm[]>();
    const rows = this.needs.readModels.all<DeadlineRow & { due_at: string }>(
      `SELECT * FROM deadlines WHERE ${OPEN} AND ${isToComeIn('due_at')}`,
      { now: this.needs.clock.now() },
    );
    for (const { reference, deadline, part, due_at } of rows) {
      const others = alarms.get(reference) ?? [];
      alarms.set(reference, [...others, alarmFor(reference, deadline, part, due_at)]);
    }
    return alarms;
  }

  private async follow(after: Position | undefined, signal: AbortSignal): Promise<void> {
    for await (const page of this.needs.store.subscribe(after, { signal, categories: FOLLOWED })) {
      const calendar = await this.needs.calendarDigest();
      if (page.some(({ stream }) => AROUND_DISPUTES.includes(categoryOf(stream)))) {
        await this.needs.readModels.waitFor(page.at(-1)!.position);
        await this.needs.follow();
      }
      const concerned = page.filter(({ type }) => type in sheetOf);
      await this.attendAll(new Set(concerned.map(({ stream }) => stream.slice(stream.indexOf('-') + 1))));
      if (page.some(({ stream }) => categoryOf(stream) === 'calendar')) {
        await this.attendAll(this.references([OPEN]));
      }
      this.reached = page.at(-1)!.position;
      this.keepPlace(this.reached, calendar);
    }
  }

  /** Disputes with a row of any of these kinds; each kind is found by an index of its own. */
  private references(kinds: readonly string[], parameters: Record<string, unknown> = {}): string[] {
    const ofEach = kinds.map((kind) => `SELECT DISTINCT reference FROM deadlines WHERE ${kind}`);
    return this.needs.readModels
      .all<{ reference: string }>(ofEach.join(' UNION '), parameters)
      .map(({ reference }) => reference);
  }

  /**
   * All of them, a few side by side. One that fails does not keep the others waiting. If that one dispute is at fault, health names
   * it and the log is followed on; any other failure is told at the end.
   */
  private async attendAll(references: Iterable<string>): Promise<void> {
    const waiting = [...references];
    const failures: unknown[] = [];
    const oneByOne = async (): Promise<void> => {
      for (let next = waiting.pop(); next !== undefined && !this.stopping.signal.aborted; next = waiting.pop()) {
        const reference = next;
        await this.needs.troubles
          .apart('deadlines', reference, () => this.attend(reference), undefined)
          .catch((error: unknown) => failures.push(error));
      }
    };
    await Promise.all(Array.from({ length: Math.min(SIDE_BY_SIDE, waiting.length) }, oneByOne));
    if (failures.length > 0) throw failures[0];
  }

  private async attendInTurn(reference: string): Promise<void> {
    for (let taken = 0; taken < MOST_STEPS && !this.stopping.signal.aborted; taken++) {
      const { state, revision, events } = await this.needs.executor.load(disputeStream(reference), disputeDecider);
      const rules = { ...(await this.needs.rules()), now: this.needs.clock.now() };
      await this.setAlarms(reference, alarmsFor(reference, state, rules));

      const announced = (await this.needs.store.read(CALENDAR_STREAM)).at(-1);
      const steps = stepsDue({ events, state }, rules, announced);
      const next = steps.find(({ commandId }) => this.idle.get(commandId) !== revision);
      if (next === undefined || (await this.isHeld(events, rules.now))) {
        this.noteLate(reference, openDeadlines(state).filter(({ dueAt }) => hasCome(dueAt, rules.now)).length);
        return;
      }
      await this.needs.readModels.catchUp();
      if (!(await this.needs.setAside(reference, state))) await this.take(reference, next, revision);
    }
  }

  /** Decided on what was read: if somebody was quicker, it is looked at anew. */
  private async take(reference: string, { act, ...step }: Step, revision: number): Promise<void> {
    try {
      const { events } = await this.needs.send(reference, act, { ...step, actor: THE_CLOCK, ifRevision: revision });
      if (events.length === 0) this.idle.set(step.commandId, revision);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.kind !== 'stale') this.idle.set(step.commandId, revision);
    }
  }

  /** The program's own acts wait while clocks differ, or while the clock is behind what is already on record. */
  private async isHeld(events: readonly RecordedEvent[], now: string): Promise<boolean> {
    const newest = events.at(-1)?.recordedAt ?? '';
    return Date.parse(newest) - Date.parse(now) > FIVE_MINUTES || (await this.needs.watch.trouble(now)) !== null;
  }

  private async setAlarms(reference: string, wanted: readonly Alarm[]): Promise<void> {
    if (this.alarms === undefined) return;
    const before = this.alarms.get(reference) ?? [];
    const { added, removed } = difference(before, wanted);
    if (wanted.length > 0) this.alarms.set(reference, wanted);
    else this.alarms.delete(reference);
    await this.ask(added, removed);
  }

  /** A clock that is away asks for what is wanted when it is back, and the sweep needs no clock. */
  private async ask(added: readonly Alarm[], removed: readonly Alarm[] = []): Promise<void> {
    try {
      if (added.length > 0) await this.needs.alarmClock.ask(...added);
      if (removed.length > 0) await this.needs.alarmClock.cancel(...removed.map(({ id }) => id));
    } catch (error) {
      this.needs.onTrouble(error);
    }
  }

  private noteLate(reference: string, count: number): void {
    if (count > 0) this.late.set(reference, count);
    else this.late.delete(reference);
  }

  /** Begins again, after ever longer pauses, while the log or the read models are away. */
  private async patiently(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
    for (let wait = 100; !signal.aborted; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
      try {
        return await work();
      } catch (error) {
        if (signal.aborted) return;
        this.needs.onTrouble(error);
        await pause(wait, undefined, { signal }).catch(() => undefined);
      }
    }
  }
}

/** The categories whose events move disputes at once, whoever recorded them, on whichever instance. */
const AROUND_DISPUTES: readonly string[] = ['child', 'team'];
const FOLLOWED = ['dispute', 'calendar', ...AROUND_DISPUTES];

const FIVE_MINUTES = 5 * 60 * 1000;
const A_DAY = 24 * 60 * 60 * 1000;

/** How far it has looked at everything, by which calendar, and when that was last so. */
interface Place {
  readonly position: Position;
  readonly calendar: string;
  readonly at: Instant;
}
const BOOKMARK = 'deadlines';

const difference = (before: readonly Alarm[], wanted: readonly Alarm[]): { added: Alarm[]; removed: Alarm[] } => {
  const had = new Set(before.map(({ id }) => id));
  const wants = new Set(wanted.map(({ id }) => id));
  return { added: wanted.filter(({ id }) => !had.has(id)), removed: before.filter(({ id }) => !wants.has(id)) };
};
