import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { EndOtherwiseDto } from './end-otherwise.dto.js';

@DisputeRoute()
export class EndOtherwiseRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('end-otherwise', 'End it otherwise')
  @Permits('dispute.end-otherwise')
  endOtherwise(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: EndOtherwiseDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(
      reference,
      { type: 'end-otherwise', outcome: body.outcome, reason: body.reason, impact: body.impact },
      sent,
    );
  }
}
