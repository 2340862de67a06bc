import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { SendBackDto } from './send-back.dto.js';

@DisputeRoute()
export class SendBackRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('send-back', 'Send it back down the ladder')
  @Permits('dispute.send-back')
  sendBack(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: SendBackDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(
      reference,
      { type: 'send-back', toStage: body.toStage ?? null, reason: body.reason, meetingOn: body.meetingOn ?? null },
      sent,
    );
  }
}
