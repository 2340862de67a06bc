import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { RecordStalemateDto } from './record-stalemate.dto.js';

@DisputeRoute()
export class RecordStalemateRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('record-stalemate', 'Record that no agreement was reached')
  @Permits('dispute.record-stalemate')
  recordStalemate(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: RecordStalemateDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'record-stalemate', reason: body.reason, impact: body.impact }, sent);
  }
}
