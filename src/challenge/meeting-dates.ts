import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Instant, LocalDate } from '../calendar/calendar.js';
import { ActOnDispute, disputeStream } from '../disputes/act-on-dispute.js';
import { disputeDecider } from '../disputes/decide.js';
import { DecisionContexts } from '../disputes/decision-contexts.js';
import { THE_CLOCK } from '../disputes/rules.js';
import { isTimedBy } from '../disputes/time/date-of-meeting.js';
import { Refusal } from '../platform/decider.js';
import type { EventStore } from '../platform/event-store/event-store.js';
import { Executor } from '../platform/executor.js';
import { derivedId } from '../platform/ids.js';
import type { ReadModels } from '../platform/projections/projection.js';
import { EVENT_STORE, READ_MODELS } from '../platform/store-tokens.js';
import { stageOf } from '../protocol/ladder.js';
import type { Stage } from '../protocol/protocol.js';
import { RowsApart } from '../work-over-rows.js';

interface WaitingRow {
  readonly reference: string;
  readonly version: number;
  readonly ladder: string;
  readonly stage: number;
}

/** Keeps the dates of the stages that wait for a meeting on whose agenda they do not stand yet. */
@Injectable()
export class MeetingDates {
  constructor(
    private readonly commands: CommandBus,
    private readonly executor: Executor,
    private readonly contexts: DecisionContexts,
    private readonly troubles: RowsApart,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
  ) {}

  /**
   * A meeting is not held on a day any more, or was over before it looked at what waits for it.
   *
   * @param times codes of the stages that it times; none for every stage that a meeting times
   */
  async givenUp(day: LocalDate, times: readonly string[], now: Instant): Promise<void> {
    await this.take(day, (stage) => isTimedBy(times, stage), now);
  }

  /** Stages that have no date get that of the next meeting, where there is one by now. */
  async arranged(now: Instant): Promise<void> {
    await this.hasCaughtUp();
    const { nextMeetingFor } = await this.contexts.contextAt(now);
    await this.take(null, (stage) => isTimedBy([], stage) && nextMeetingFor?.(stage) != null, now);
  }

  private async take(insteadOf: LocalDate | null, isConcerned: (stage: Stage) => boolean, now: Instant): Promise<void> {
    await this.hasCaughtUp();
    const { protocols } = await this.contexts.contextAt(now);
    const waiting = this.readModels.all<WaitingRow>(
      `SELECT reference, protocol_version AS version, ladder, current_stage AS stage FROM dispute_register
        WHERE status = 'open' AND standing = 'awaiting-answer' AND protocol_version IS NOT NULL AND due_on IS :insteadOf
        ORDER BY reference`,
      { insteadOf },
    );
    await this.troubles.each(
      'dates of meetings',
      waiting,
      ({ reference }) => reference,
      async ({ reference, version, ladder, stage }) => {
        const found = stageOf(protocols.version(version).protocol, stage, ladder);
        if (isConcerned(found)) await this.send(reference, insteadOf, now);
      },
    );
  }

  /** What was just recorded of meetings is in the rows that are asked here. */
  private async hasCaughtUp(): Promise<void> {
    const head = await this.store.head();
    if (head !== undefined) await this.readModels.waitFor(head);
  }

  private async send(reference: string, insteadOf: LocalDate | null, now: Instant): Promise<void> {
    const { revision } = await this.executor.load(disputeStream(reference), disputeDecider);
    const commandId = derivedId('date of meeting', reference, String(revision));
    const envelope = { commandId, actor: THE_CLOCK, occurredAt: now };
    try {
      const { position } = await this.commands.execute(
        new ActOnDispute(reference, { type: 'take-meeting-date', insteadOf }, envelope),
      );
      if (position !== undefined) await this.readModels.waitFor(position);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
}
