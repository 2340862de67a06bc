import { Body, Param, Post } from '@nestjs/common';
import { Permits } from '../../access/permission.js';
import { Writes } from '../../platform/http/docs.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { Sent, type SentWith } from '../../access/sent.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { AuthorisedAcknowledgements } from '../authorised-acknowledgements.js';
import { AcknowledgementRoute } from '../acknowledgement-route.js';
import { WithdrawDto } from './withdraw.dto.js';

@AcknowledgementRoute()
export class WithdrawAcknowledgementRoute {
  constructor(private readonly authorised: AuthorisedAcknowledgements) {}

  @Post(':reference/withdraw')
  @Permits('acknowledgement.withdraw')
  @Writes({ operationId: 'withdrawAcknowledgement', summary: 'Take it back' })
  withdraw(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { reason }: WithdrawDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'withdraw', reason }, sent);
  }
}
