import { Body, Param } from '@nestjs/common';
import { Permits } from '../../../access/permission.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import { ReferencePipe } from '../../../platform/http/reference.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { TakeEmergencyAccessDto } from './take-emergency-access.dto.js';

@DisputeRoute()
export class TakeEmergencyAccessRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('take-emergency-access', 'Read a restricted record for some hours without being on its list')
  @Permits('dispute.take-emergency-access')
  take(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { reason, hours }: TakeEmergencyAccessDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'take-emergency-access', reason, hours }, sent);
  }
}
