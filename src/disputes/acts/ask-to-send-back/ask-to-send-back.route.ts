import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { AskToSendBackDto } from './ask-to-send-back.dto.js';

@DisputeRoute()
export class AskToSendBackRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('ask-to-send-back', 'Ask for it to be sent back down the ladder')
  @Permits('dispute.ask-to-send-back')
  askToSendBack(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: AskToSendBackDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(
      reference,
      { type: 'ask-to-send-back', toStage: body.toStage ?? null, reason: body.reason },
      sent,
    );
  }
}
