import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { TakeToAgencyDto } from './take-to-agency.dto.js';

@DisputeRoute()
export class TakeToAgencyRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('take-to-agency', 'Take it to another agency')
  @Permits('dispute.take-to-agency')
  take(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: TakeToAgencyDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(
      reference,
      { type: 'take-to-agency', agency: body.agency, sentOn: body.sentOn, dueOn: body.dueOn ?? null },
      sent,
    );
  }
}
