import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { RecordCafcassReplyDto } from './record-cafcass-reply.dto.js';

@DisputeRoute()
export class RecordCafcassReplyRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('record-cafcass-reply', 'Record the reply of Cafcass')
  @Permits('dispute.record-cafcass-reply')
  recordCafcassReply(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: RecordCafcassReplyDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(
      reference,
      { type: 'record-cafcass-reply', repliedOn: body.repliedOn, reply: body.reply, summary: body.summary ?? null },
      sent,
    );
  }
}
