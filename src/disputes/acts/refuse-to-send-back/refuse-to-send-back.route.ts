import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { RefuseToSendBackDto } from './refuse-to-send-back.dto.js';

@DisputeRoute()
export class RefuseToSendBackRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('refuse-to-send-back', 'Decide that it is not sent back')
  @Permits('dispute.refuse-to-send-back')
  refuseToSendBack(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: RefuseToSendBackDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'refuse-to-send-back', reason: body.reason }, sent);
  }
}
