import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { ResolveDto } from './resolve.dto.js';

@DisputeRoute()
export class ResolveRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('resolve', 'Resolve it')
  @Permits('dispute.resolve')
  resolve(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: ResolveDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(
      reference,
      { type: 'resolve', outcome: body.outcome, impact: body.impact, impactNote: body.impactNote ?? null },
      sent,
    );
  }
}
