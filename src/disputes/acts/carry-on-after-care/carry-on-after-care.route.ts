import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { CarryOnAfterCareDto } from './carry-on-after-care.dto.js';

@DisputeRoute()
export class CarryOnAfterCareRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('carry-on-after-care', 'Decide that it goes on although the child has left care')
  @Permits('dispute.carry-on-after-care')
  carryOn(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { reason }: CarryOnAfterCareDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'carry-on-after-care', reason }, sent);
  }
}
