import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { ContinueAfterCareDto } from './continue-after-care.dto.js';

@DisputeRoute()
export class ContinueAfterCareRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('continue-after-care', 'Decide that it goes on although the child has left care')
  @Permits('dispute.continue-after-care')
  continue(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { reason }: ContinueAfterCareDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'continue-after-care', reason }, sent);
  }
}
