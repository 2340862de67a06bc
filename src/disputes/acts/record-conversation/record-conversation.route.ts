import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permits } from '../../../access/permission.js';
import { Writes } from '../../../platform/http/docs.js';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { BeginConversation } from './begin-conversation.js';
import { BeginConversationDto, RecordConversationDto } from './record-conversation.dto.js';

@DisputeRoute()
export class RecordConversationRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('record-conversation', 'Record a conversation about it')
  @Permits('dispute.record-conversation')
  recordConversation(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { spokeTo, spokeOn, result }: RecordConversationDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(
      reference,
      { type: 'record-conversation', reference, subject: null, spokeTo, spokeOn, result },
      sent,
    );
  }
}

@ApiTags('Disputes')
@Controller('api/v1/conversations')
export class BeginConversationRoute {
  constructor(private readonly conversations: BeginConversation) {}

  @Post()
  @Permits('dispute.record-conversation')
  @Writes(
    { operationId: 'recordFirstConversation', summary: 'Record a first conversation, with no dispute yet' },
    { status: 201 },
  )
  begin(@Body() body: BeginConversationDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    return this.conversations.begin(body, sent);
  }
}
