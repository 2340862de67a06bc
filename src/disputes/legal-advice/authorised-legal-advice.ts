import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { SentWith } from '../../access/sent.js';
import type { Instant } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import type { Clock } from '../../platform/clock/clock.js';
import type { RecordedEvent } from '../../platform/event-store/event-store.js';
import { Executor, fold } from '../../platform/executor.js';
import { envelopeOf } from '../../platform/http/envelope.js';
import { WrittenDto } from '../../platform/http/written.dto.js';
import { mustStandAt } from '../../platform/revision-condition.js';
import { CLOCK } from '../../platform/tokens.js';
import { actorOfCommand, AuthorisedDisputes } from '../authorised-disputes.js';
import { DISPUTE_READS } from '../read/what-a-reader-sees.js';
import { ActOnLegalAdvice } from './act-on-legal-advice.js';
import type { LegalAdvice, LegalAdviceEvent } from './events.js';
import { legalAdviceDecider, type RecordLegalAdvice, legalAdviceStream } from './legal-advice.js';

/** The entrance for recording and finding privileged advice about a dispute; the caller settles who may read it. */
@Injectable()
export class AuthorisedLegalAdvice {
  constructor(
    private readonly commands: CommandBus,
    private readonly executor: Executor,
    private readonly disputes: AuthorisedDisputes,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @returns the revision of the dispute, which the advice leaves as it was
   * @throws Problem `not-found`, `not-yours`; Refusal `changed-since-read` where the dispute has, and those of the act
   */
  async record(reference: string, act: RecordLegalAdvice, sent: SentWith): Promise<WrittenDto> {
    const { state, revision, relationsFrom } = await this.disputes.findToAct(reference, sent.asker);
    const { events } = await this.executor.load(legalAdviceStream(reference), legalAdviceDecider);
    const actor = actorOfCommand(events, sent, 'dispute.record-legal-advice', relationsFrom, DISPUTE_READS);
    const { ifRevision, ...headers } = sent;
    const isRepeat = events.some(({ metadata }) => metadata.commandId === sent.commandId);
    if (!isRepeat) mustStandAt(ifRevision, revision);
    const now = this.clock.now();
    const context = { dispute: state, disputeRevision: revision, actor, today: londonDate(now) };
    const done = await this.commands.execute(
      new ActOnLegalAdvice(reference, act, context, envelopeOf(headers, actor, now)),
    );
    const [taken] = done.events as readonly unknown[] as readonly LegalAdviceEvent[];
    return new WrittenDto(reference, { ...done, revision: taken!.data.disputeRevision });
  }

  /** All that was taken about one dispute, first to last, and was on record by a moment. */
  async of(reference: string, until: Instant): Promise<readonly LegalAdvice[]> {
    return fold(legalAdviceDecider, await this.eventsOf(reference, until));
  }

  async eventsOf(reference: string, until: Instant): Promise<readonly RecordedEvent[]> {
    const { events } = await this.executor.load(legalAdviceStream(reference), legalAdviceDecider);
    return events.filter(({ recordedAt }) => recordedAt <= until);
  }
}
