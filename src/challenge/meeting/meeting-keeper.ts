import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { actionsOutstanding, isFrozen } from '../../disputes/dispute.js';
import { ActOnDispute, disputeStream } from '../../disputes/act-on-dispute.js';
import type { Instant, LocalDate } from '../../calendar/calendar.js';
import { disputeDecider } from '../../disputes/decide.js';
import { waitsForMeeting } from '../../disputes/time/date-of-meeting.js';
import { standingOf } from '../../disputes/time/standing.js';
import { DecisionContexts } from '../../disputes/decision-contexts.js';
import { goesUpTo, isWith } from '../../disputes/goes-up-to.js';
import { Refusal } from '../../platform/decider.js';
import type { EventStore, RecordedEvent } from '../../platform/event-store/event-store.js';
import { type Envelope, type Execution, Executor } from '../../platform/executor.js';
import { notFound } from '../../platform/http/problem.js';
import type { AdviceDto } from '../../platform/http/written.dto.js';
import { isOfTheRow } from '../../platform/row-troubles.js';
import { EVENT_STORE } from '../../platform/store-tokens.js';
import type { BuiltInPost } from '../../protocol/protocol.js';
import { RowsApart } from '../../work-over-rows.js';
import { contextOf } from '../context.js';
import type { MeetingTime } from '../events.js';
import { MeetingDates } from '../meeting-dates.js';
import type { CaseLookedAt } from './acts/decide-item/decide-item.js';
import { ActOnMeeting } from './act-on-meeting.js';
import type { NewItem } from './acts/add-items/add-items.js';
import { adviceOnDayOfMeeting } from './advice-on-day.js';
import { adviceOnReaders } from './advice-on-readers.js';
import { adviceOnStage } from './advice-on-stage.js';
import type { MeetingAct } from './acts/all-acts.js';
import { type ActFromMeeting, actsOnDisputes } from './acts-on-disputes.js';
import { challengeMeetingDecider } from './decide.js';
import { type Meeting, type MeetingState, meetingStream } from './meeting.js';

export interface MeetingOnRecord {
  readonly meeting: Meeting;
  readonly revision: number;
  readonly events: readonly RecordedEvent[];
}

/** The acts of which no part is written where a dispute would refuse its own. */
const NO_CASE: CaseLookedAt = { iroView: null };
const LOOKED_AT_FIRST: readonly MeetingAct['type'][] = ['add-items', 'decide-item', 'take-back-decision'];

/** Writes what a meeting does, and carries it into the histories of the disputes on its agenda. */
@Injectable()
export class MeetingKeeper {
  constructor(
    private readonly commands: CommandBus,
    private readonly executor: Executor,
    private readonly contexts: DecisionContexts,
    private readonly troubles: RowsApart,
    private readonly dates: MeetingDates,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  /** @throws Problem `not-found` for one that does not exist */
  async find(meeting: string): Promise<MeetingOnRecord> {
    const { state, revision, events } = await this.executor.load(meetingStream(meeting), challengeMeetingDecider);
    if (state.status === 'not-arranged') throw notFound();
    return { meeting: state, revision, events };
  }

  /** What is on record of the case of an item; nothing of a theme. */
  async caseLookedAt(itemId: string, { items, stages }: Meeting, now: Instant): Promise<CaseLookedAt> {
    const about = items.find((item) => item.itemId === itemId)?.about;
    if (about?.kind !== 'case') return NO_CASE;
    const { state } = await this.executor.load(disputeStream(about.dispute), disputeDecider);
    if (!('matter' in state)) return NO_CASE;
    const { iroViewOnRecord: view, iroView } = state.matter;
    return {
      iroView: view === null ? null : { ...view, ...(iroView === null && { isOfAnEarlierStage: true }) },
      isOver: state.status === 'ended',
      standsStill: isFrozen(state.matter),
      waitsForThis: waitsForMeeting(state, stages ?? [], await this.contexts.contextAt(now)),
    };
  }

  /**
   * The items that wait to be looked at whose case has ended since it was put on this agenda, with nothing outstanding: of a case that had ended
   * before, people wanted it looked at.
   */
  async settledSince({ meeting, items }: Meeting): Promise<string[]> {
    const settled: string[] = [];
    for (const { itemId, about, status } of items) {
      if (about.kind !== 'case' || status !== 'on-agenda') continue;
      const { state, events } = await this.executor.load(disputeStream(about.dispute), disputeDecider);
      if (state.status !== 'ended' || actionsOutstanding(state.matter).length > 0) continue;
      const tabled = events.findIndex(({ type, data }) => type === 'TabledForChallenge' && data['meeting'] === meeting);
      const before = events.slice(0, tabled + 1) as unknown as Parameters<typeof disputeDecider.evolve>[1][];
      if (before.reduce(disputeDecider.evolve, disputeDecider.initial).status === 'open') settled.push(itemId);
    }
    return settled;
  }

  /** Whether the ladder of a case leads to a post above its stage; null for a theme, and for a case that is not open. */
  async caseGoesUpTo(post: BuiltInPost, itemId: string, { items }: Meeting, now: Instant): Promise<boolean | null> {
    const about = items.find((item) => item.itemId === itemId)?.about;
    if (about?.kind !== 'case') return null;
    const { state } = await this.executor.load(disputeStream(about.dispute), disputeDecider);
    return goesUpTo(post, state, await this.contexts.contextAt(now));
  }

  /** Whether the stage of a case waits for its answer; never of a theme, nor of a case that is not open. */
  async waitsForItsAnswer(itemId: string, { items }: Meeting, now: Instant): Promise<boolean> {
    const about = items.find((item) => item.itemId === itemId)?.about;
    if (about?.kind !== 'case') return false;
    const { state } = await this.executor.load(disputeStream(about.dispute), disputeDecider);
    const { protocols } = await this.contexts.contextAt(now);
    return state.status === 'open' && standingOf(state.matter, protocols) === 'awaiting-answer';
  }

  /** Whether the case of an item is with a post already; never of a theme. */
  async caseIsWith(post: BuiltInPost, itemId: string, { items }: Meeting, now: Instant): Promise<boolean> {
    const about = items.find((item) => item.itemId === itemId)?.about;
    if (about?.kind !== 'case') return false;
    const { state } = await this.executor.load(disputeStream(about.dispute), disputeDecider);
    return isWith(post, state, await this.contexts.contextAt(now));
  }

  /** Remarks on the day for which a meeting is arranged, or to which it is moved. */
  async adviceOnDay(heldOn: LocalDate, now: Instant): Promise<AdviceDto[]> {
    return adviceOnDayOfMeeting(heldOn, (await this.contexts.contextAt(now)).calendar);
  }

  /** Remarks on cases that were put on an agenda. */
  async adviceOnItems(items: readonly NewItem[], meeting: Meeting, now: Instant): Promise<AdviceDto[]> {
    const advice: AdviceDto[] = [];
    for (const [index, { about, note }] of items.entries()) {
      if (about.kind !== 'case') continue;
      const { state } = await this.executor.load(disputeStream(about.dispute), disputeDecider);
      const context = await this.contexts.contextAt(now);
      advice.push(
        ...adviceOnStage({ state, note, index }, meeting.kind, context),
        ...adviceOnReaders({ state, index }, meeting, context),
      );
    }
    return advice;
  }

  /**
   * The meeting is written first, then each dispute: cut short in between, the same command sent again finishes it, and so does the
   * next act on the meeting.
   * @throws Refusal of the act, and of the disputes it would write to
   */
  async act(id: string, act: MeetingAct, envelope: Envelope): Promise<Execution<MeetingState>> {
    const before = await this.store.read(meetingStream(id));
    const isRepeat = before.some(({ metadata }) => metadata.commandId === envelope.commandId);
    if (!isRepeat && LOOKED_AT_FIRST.includes(act.type)) {
      await this.writeToDisputes(id);
      await this.disputesMustNotRefuse(act, envelope, before);
    }
    const execution = await this.commands.execute(new ActOnMeeting(id, act, envelope));
    await this.writeToDisputes(id);
    if (act.type === 'move') await this.moved(id, envelope);
    return execution;
  }

  /** What waits for it, and does not stand on its agenda yet, has the date of the next one, which it may be itself. */
  private async moved(id: string, { commandId, occurredAt }: Envelope): Promise<void> {
    const { meeting, events } = await this.find(id);
    const move = events.find(({ type, metadata }) => type === 'MeetingMoved' && metadata.commandId === commandId)
      ?.data as { from: MeetingTime; to: MeetingTime } | undefined;
    if (move === undefined || meeting.stages === null || move.from.heldOn === move.to.heldOn) return;
    await this.dates.givenUp(move.from.heldOn, meeting.stages, occurredAt);
  }

  /**
   * Writes into the disputes what this meeting has recorded and they do not have yet. An entry that a dispute no longer takes, because it was
   * voided since for example, stands in the meeting's own record all the same. One that makes no sense to the program holds up neither
   * the meeting nor the others; the next act on the meeting tries it again.
   */
  async writeToDisputes(id: string): Promise<void> {
    for (const { dispute, act, envelope } of actsOnDisputes(await this.store.read(meetingStream(id)))) {
      await this.troubles.apart(
        'what meetings record',
        dispute,
        () => this.writeToDispute(dispute, act, envelope),
        undefined,
      );
    }
  }

  private async writeToDispute(...[dispute, act, envelope]: ConstructorParameters<typeof ActOnDispute>): Promise<void> {
    try {
      await this.commands.execute(new ActOnDispute(dispute, act, envelope));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }

  /**
   * Those of some items whose disputes would not refuse to stand on the agenda now: one case that cannot come must not keep the others
   * off it. All of them where each is refused, so that the act itself says why.
   */
  async itemsNotRefused(id: string, items: readonly NewItem[], envelope: Envelope): Promise<NewItem[]> {
    const before = await this.store.read(meetingStream(id));
    const fit: NewItem[] = [];
    for (const item of items) {
      try {
        await this.disputesMustNotRefuse({ type: 'add-items', items: [item] }, envelope, before);
        fit.push(item);
      } catch (error) {
        if (!isOfTheRow(error)) throw error;
      }
    }
    return fit.length === 0 ? [...items] : fit;
  }

  /**
   * Looked at before anything is written, so that no agenda holds a case that cannot come to it.
   * @throws Refusal of the act, and of the first dispute that would refuse what the act writes to it
   */
  private async disputesMustNotRefuse(
    act: MeetingAct,
    envelope: Envelope,
    before: readonly RecordedEvent[],
  ): Promise<void> {
    const state = before.reduce<MeetingState>(
      (each, event) => challengeMeetingDecider.evolve(each, event as never),
      challengeMeetingDecider.initial,
    );
    const { actor, occurredAt, commandId } = envelope;
    const decided = challengeMeetingDecider.decide(act, state, contextOf(envelope));
    const metadata = { actor, occurredAt, $correlationId: commandId };
    const wouldBe = decided.map((event, index) => ({ ...event, id: `${commandId} ${index}`, metadata }) as never);
    for (const each of actsOnDisputes([...before, ...wouldBe]).slice(actsOnDisputes(before).length)) {
      await this.disputeMustNotRefuse(each);
    }
  }

  private async disputeMustNotRefuse({ dispute, act, envelope }: ActFromMeeting): Promise<void> {
    const { state } = await this.executor.load(disputeStream(dispute), disputeDecider);
    disputeDecider.decide(act, state, await this.contexts.contextOf(envelope));
  }
}
