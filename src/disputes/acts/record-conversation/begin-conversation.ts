import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { SentWith } from '../../../access/sent.js';
import type { Clock } from '../../../platform/clock/clock.js';
import type { EventStore } from '../../../platform/event-store/event-store.js';
import { freeReference } from '../../../platform/free-reference.js';
import { envelopeOf } from '../../../platform/http/envelope.js';
import { WrittenDto } from '../../../platform/http/written.dto.js';
import { EVENT_STORE } from '../../../platform/store-tokens.js';
import { CLOCK } from '../../../platform/tokens.js';
import { ActOnDispute, disputeStream } from '../../act-on-dispute.js';
import { subjectBefore, Subjects } from '../../subject.js';
import { DISPUTE_PREFIX } from '../raise/raise.js';
import type { BeginConversationDto } from './record-conversation.dto.js';

/** Records a first conversation under a reference of its own: finds whom it is about, and leaves the rest to the decider. */
@Injectable()
export class BeginConversation {
  constructor(
    private readonly commands: CommandBus,
    private readonly subjects: Subjects,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem `not-valid`, `not-yours`; and the refusals of the act */
  async begin(body: BeginConversationDto, sent: SentWith): Promise<WrittenDto> {
    const reference = await freeReference(DISPUTE_PREFIX, sent.commandId, disputeStream, this.store);
    const begun = subjectBefore(await this.store.read(disputeStream(reference)), sent);
    const { subject, actor } = begun ?? this.subjects.about(body, sent.asker, 'dispute.record-conversation');
    const { spokeTo, spokeOn, result } = body;
    const act = { type: 'record-conversation' as const, reference, subject, spokeTo, spokeOn, result };
    const envelope = envelopeOf(sent, actor, this.clock.now(), body);
    return new WrittenDto(reference, await this.commands.execute(new ActOnDispute(reference, act, envelope)));
  }
}
