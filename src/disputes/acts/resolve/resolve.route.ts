import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { DisputeDesk } from '../../dispute-desk.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { ResolveDto } from './resolve.dto.js';

@DisputeRoute()
export class ResolveRoute {
  constructor(private readonly desk: DisputeDesk) {}

  @ActOn('resolve', 'Resolve it')
  @Permits('dispute.resolve')
  resolve(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: ResolveDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.desk.act(
      reference,
      { type: 'resolve', outcome: body.outcome, impact: body.impact, impactNote: body.impactNote ?? null },
      sent,
    );
  }
}
