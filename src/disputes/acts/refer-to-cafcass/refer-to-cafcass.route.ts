import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { ReferToCafcassDto } from './refer-to-cafcass.dto.js';

@DisputeRoute()
export class ReferToCafcassRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('refer-to-cafcass', 'Record a referral to Cafcass')
  @Permits('dispute.refer-to-cafcass')
  referToCafcass(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: ReferToCafcassDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(
      reference,
      {
        type: 'refer-to-cafcass',
        grounds: body.grounds,
        legalAdviceTaken: body.legalAdviceTaken,
        told: body.told,
        sentOn: body.sentOn,
      },
      sent,
    );
  }
}
