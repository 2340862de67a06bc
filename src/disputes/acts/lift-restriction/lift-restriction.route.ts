import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { LiftRestrictionDto } from './lift-restriction.dto.js';

@DisputeRoute()
export class LiftRestrictionRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('lift-restriction', 'Lift the restriction')
  @Permits('dispute.lift-restriction')
  liftRestriction(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { reason }: LiftRestrictionDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'lift-restriction', reason }, sent);
  }
}
