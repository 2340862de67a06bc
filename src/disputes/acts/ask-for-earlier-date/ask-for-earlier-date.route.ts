import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { AskForEarlierDateDto } from './ask-for-earlier-date.dto.js';

@DisputeRoute()
export class AskForEarlierDateRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('ask-for-earlier-date', 'Ask for an answer sooner than the protocol gives')
  @Permits('dispute.ask-for-earlier-date')
  askForEarlierDate(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: AskForEarlierDateDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(
      reference,
      { type: 'ask-for-earlier-date', askedFor: body.askedFor, reason: body.reason },
      sent,
    );
  }
}
