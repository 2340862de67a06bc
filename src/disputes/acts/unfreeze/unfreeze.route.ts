import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { Sent, type SentWith } from '../../../access/sent.js';
import { ReferencePipe } from '../../../platform/http/reference.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { UnfreezeDto } from './unfreeze.dto.js';

@DisputeRoute()
export class UnfreezeRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('unfreeze', 'Let what was frozen after a child’s death go on')
  @Permits('dispute.unfreeze')
  unfreeze(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { reason }: UnfreezeDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'unfreeze', reason }, sent);
  }
}
