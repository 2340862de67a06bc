import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { ChaseDto } from './chase.dto.js';

@DisputeRoute()
export class ChaseRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('chase', 'Record that the answer was chased')
  @Permits('dispute.chase')
  chase(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: ChaseDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'chase', how: body.how }, sent);
  }
}
