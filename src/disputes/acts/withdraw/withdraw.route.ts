import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { WithdrawDto } from './withdraw.dto.js';

@DisputeRoute()
export class WithdrawRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('withdraw', 'Withdraw it')
  @Permits('dispute.withdraw')
  withdraw(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: WithdrawDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'withdraw', reason: body.reason }, sent);
  }
}
