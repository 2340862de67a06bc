import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Permits } from '../../../access/permission.js';
import type { Clock } from '../../../platform/clock/clock.js';
import type { EventStore } from '../../../platform/event-store/event-store.js';
import { freeReference } from '../../../platform/free-reference.js';
import { Writes } from '../../../platform/http/docs.js';
import { envelopeOf } from '../../../platform/http/envelope.js';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import { WrittenDto } from '../../../platform/http/written.dto.js';
import { CLOCK } from '../../../platform/tokens.js';
import { EVENT_STORE } from '../../../platform/store-tokens.js';
import { ActOnDispute, disputeStream } from '../../act-on-dispute.js';
import { DisputeDesk } from '../../dispute-desk.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { DISPUTE_PREFIX } from '../raise/raise.js';
import { Subjects } from '../../subject.js';
import { BeginConversationDto, RecordConversationDto } from './record-conversation.dto.js';

@DisputeRoute()
export class RecordConversationRoute {
  constructor(private readonly desk: DisputeDesk) {}

  @ActOn('record-conversation', 'Record a conversation about it')
  @Permits('dispute.record-conversation')
  recordConversation(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { spokeTo, spokeOn, result }: RecordConversationDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.desk.act(
      reference,
      { type: 'record-conversation', reference, subject: null, spokeTo, spokeOn, result },
      sent,
    );
  }
}

@ApiTags('Disputes')
@Controller('api/v1/conversations')
export class BeginConversationRoute {
  constructor(
    private readonly commands: CommandBus,
    private readonly subjects: Subjects,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Permits('dispute.record-conversation')
  @Writes(
    { operationId: 'recordFirstConversation', summary: 'Record a first conversation, with no dispute yet' },
    { status: 201 },
  )
  async begin(@Body() body: BeginConversationDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    const { subject, actor } = this.subjects.about(body, sent.asker, 'dispute.record-conversation');
    const reference = await freeReference(DISPUTE_PREFIX, sent.commandId, disputeStream, this.store);
    const { spokeTo, spokeOn, result } = body;
    const act = { type: 'record-conversation' as const, reference, subject, spokeTo, spokeOn, result };
    const envelope = envelopeOf(sent, actor, this.clock.now(), body);
    return new WrittenDto(reference, await this.commands.execute(new ActOnDispute(reference, act, envelope)));
  }
}
