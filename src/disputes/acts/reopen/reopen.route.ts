import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { ReopenDto } from './reopen.dto.js';

@DisputeRoute()
export class ReopenRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('reopen', 'Reopen it')
  @Permits('dispute.reopen')
  reopen(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: ReopenDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'reopen', reason: body.reason }, sent);
  }
}
