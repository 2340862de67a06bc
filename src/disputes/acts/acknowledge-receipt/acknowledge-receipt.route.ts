import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { AcknowledgeReceiptDto } from './acknowledge-receipt.dto.js';

@DisputeRoute()
export class AcknowledgeReceiptRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('acknowledge-receipt', 'Say that it has reached you')
  @Permits('dispute.acknowledge-receipt')
  acknowledge(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: AcknowledgeReceiptDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'acknowledge-receipt', note: body.note ?? null }, sent);
  }
}
