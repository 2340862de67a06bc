import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { HandOverDto } from './hand-over.dto.js';

@DisputeRoute()
export class HandOverRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('hand-over', 'Hand it over to another IRO')
  @Permits('dispute.hand-over')
  handOver(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { toIro, reason }: HandOverDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'hand-over', toIro, reason }, sent);
  }
}
