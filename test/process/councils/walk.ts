import { readFileSync } from 'node:fs';
import type { Instant } from '../../../src/calendar/calendar.js';
import { addDays, londonDate } from '../../../src/calendar/dates.js';
import type { DisputeAct } from '../../../src/disputes/acts/all-acts.js';
import type { RaiseFormal } from '../../../src/disputes/acts/raise-formal/raise-formal.js';
import type { RaiseInformal } from '../../../src/disputes/acts/raise-informal/raise-informal.js';
import type { DisputeContext } from '../../../src/disputes/context.js';
import { disputeDecider } from '../../../src/disputes/decide.js';
import { currentRound, type DisputeState, type Matter, type Round } from '../../../src/disputes/dispute.js';
import type { DisputeEvent } from '../../../src/disputes/events.js';
import { waitingFor } from '../../../src/disputes/time/waiting-for.js';
import { Refusal } from '../../../src/platform/decider.js';
import type { Actor } from '../../../src/platform/event-store/event-store.js';
import { ladderIn } from '../../../src/protocol/ladder.js';
import type { PostKind, Protocol, ProtocolBook } from '../../../src/protocol/protocol.js';
import { readProtocol } from '../../../src/protocol/read-protocol.js';
import { Controls } from '../../support/controls.js';
import { by } from '../../support/given.js';
import { dispute } from '../../support/leaders.js';
import type { Story } from '../../support/read-models.js';

export const council = (name: string): Protocol =>
  readProtocol(readFileSync(new URL(`${name}.yaml`, import.meta.url), 'utf8'), `${name}.yaml`).protocol;

/** One dispute walked by the rules of a council: the person for whom it waits does the act that it waits for. It keeps the events. */
export class Walk {
  private state: DisputeState = disputeDecider.initial;
  private readonly happened: (DisputeEvent & { at: string; by: Actor })[] = [];

  private constructor(
    private readonly protocols: readonly Protocol[],
    private readonly reference: string,
    public now: Instant,
  ) {}

  /** Raised at a stage of the ladder that is for it, on Thursday 14 April 2022 unless told. */
  static raised(
    protocol: Protocol,
    reference: string,
    more: Partial<RaiseFormal> = {},
    who: PostKind = 'iro',
    now: Instant = Controls.now,
  ): Walk {
    const walk = new Walk([protocol], reference, now);
    const stageReason = (more.stage ?? 1) > 1 ? 'It cannot wait.' : null;
    return walk.by(who, Controls.raiseFormal({ reference, stageReason, ...more }));
  }

  static informally(
    protocol: Protocol,
    reference: string,
    more: Partial<RaiseInformal> = {},
    who: PostKind = 'iro',
  ): Walk {
    return new Walk([protocol], reference, Controls.now).by(who, Controls.raiseInformal({ reference, ...more }));
  }

  get story(): Story {
    return dispute(this.reference, ...this.happened);
  }
  get events(): readonly DisputeEvent[] {
    return this.happened;
  }
  get status(): string {
    return this.state.status === 'ended' ? this.state.ending : this.state.status;
  }
  get matter(): Matter {
    if (!('matter' in this.state)) throw new Error('Nothing is raised yet.');
    return this.state.matter;
  }
  get round(): Round {
    return currentRound(this.matter);
  }
  /** `main 1`: the ladder and the stage at which it stands. */
  get place(): string {
    return `${this.round.ladder} ${this.round.stage}`;
  }
  get dueOn(): string | null {
    return this.round.deadline?.dueOn ?? null;
  }
  get waitsFor(): readonly PostKind[] {
    return waitingFor(this.state, this.book)?.roles ?? [];
  }

  by(role: PostKind, act: DisputeAct, person = `the-${role}`): this {
    const actor = Controls.actor(person, role);
    for (const event of disputeDecider.decide(act, this.state, this.context(actor))) {
      this.happened.push({ ...event, at: this.now, by: actor });
      this.state = disputeDecider.evolve(this.state, by(actor, event, this.now));
    }
    return this;
  }

  /** The code of the refusal, or `done`. */
  tries(role: PostKind, act: DisputeAct, person = `the-${role}`): string {
    try {
      disputeDecider.decide(act, this.state, this.context(Controls.actor(person, role)));
      return 'done';
    } catch (error) {
      if (error instanceof Refusal) return error.code;
      throw error;
    }
  }

  /** Everybody who must answer does. */
  answered(): this {
    const answer: DisputeAct = { type: 'answer', agreement: 'agree', reasons: 'Yes.', actions: [], evidence: null };
    while (waitingFor(this.state, this.book)?.what === 'answer') this.by(this.waitsFor[0]!, answer);
    return this;
  }

  judged(verdict: 'satisfied' | 'not'): this {
    while (waitingFor(this.state, this.book)?.what === 'judgement')
      this.by(this.waitsFor[0]!, { type: 'judge', verdict, reason: 'As I see it.' });
    return this;
  }

  wentUp(role?: PostKind, toStage: number | null = null): this {
    return this.by(role ?? this.waitsFor.at(-1)!, { type: 'escalate', toStage, reason: 'No date.', meetingOn: null });
  }

  /** Nobody answers: the date passes, is put on record, and the program does what the protocol says. */
  silent(): this {
    const dueAt = this.round.deadline?.dueAt;
    if (dueAt == null) throw new Error('No date can pass.');
    this.now = new Date(Date.parse(dueAt) + 60_000).toISOString();
    const passed: DisputeAct = { type: 'mark-deadline-passed', deadline: 'answer', round: this.round.number };
    this.byTheProgram(passed);
    const escalates = this.stagesOfLadder.find(({ number }) => number === this.round.stage)?.onSilence === 'escalate';
    return escalates
      ? this.byTheProgram({ type: 'escalate', toStage: null, reason: 'No answer came.', meetingOn: null })
      : this;
  }

  resolved(role: PostKind = this.waitsFor.at(-1)!): this {
    return this.by(role, { type: 'resolve', outcome: 'RES-FULL', impact: ['plan-moving'], impactNote: null });
  }

  /** To the top of its ladder, no answer being accepted, and to the end without agreement. */
  climbed(role?: PostKind): this {
    for (const { number } of this.stagesOfLadder)
      if (number > this.round.stage) this.answered().judged('not').wentUp(role);
    return this.answered()
      .judged('not')
      .by(role ?? this.waitsFor.at(-1)!, { type: 'record-stalemate', reason: 'We differ.', impact: ['no-change-yet'] });
  }

  later(days: number): this {
    this.now = `${addDays(londonDate(this.now), days)}T09:00:00.000Z`;
    return this;
  }

  /** Another protocol is adopted, in force from the day after. */
  adopted(protocol: Protocol): Walk {
    const walk = new Walk([...this.protocols, protocol], this.reference, this.now).later(400);
    walk.state = this.state;
    walk.happened.push(...this.happened);
    return walk;
  }

  private get stagesOfLadder() {
    return ladderIn(this.book.version(this.round.protocolVersion).protocol, this.round.ladder)?.stages ?? [];
  }

  private byTheProgram(act: DisputeAct): this {
    for (const event of disputeDecider.decide(act, this.state, this.context(Controls.clock))) {
      this.happened.push({ ...event, at: this.now, by: Controls.clock });
      this.state = disputeDecider.evolve(this.state, by(Controls.clock, event, this.now));
    }
    return this;
  }

  private get book(): ProtocolBook {
    return Controls.context(Controls.iro, { protocols: this.versions }).protocols;
  }

  /** The control book puts its versions in force from 2020, 2021 and on: a second protocol holds from 2023 here. */
  private get versions(): readonly Protocol[] {
    const [first, ...others] = this.protocols;
    return others.length === 0 ? [first!] : [first!, first!, first!, ...others];
  }

  private context(actor: Actor): DisputeContext {
    return Controls.context(actor, { now: this.now, protocols: this.versions });
  }
}
