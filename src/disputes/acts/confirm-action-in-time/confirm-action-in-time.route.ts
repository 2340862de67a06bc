import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { ConfirmActionInTimeDto } from './confirm-action-in-time.dto.js';

@DisputeRoute()
export class ConfirmActionInTimeRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('confirm-action-in-time', 'Confirm that an action recorded late was done in time')
  @Permits('dispute.confirm-action-in-time')
  confirmActionInTime(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: ConfirmActionInTimeDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(
      reference,
      { type: 'confirm-action-in-time', actionId: body.actionId, reason: body.reason },
      sent,
    );
  }
}
