import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { WithdrawReferralDto } from './withdraw-referral.dto.js';

@DisputeRoute()
export class WithdrawReferralRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('withdraw-referral', 'Withdraw the referral to Cafcass')
  @Permits('dispute.withdraw-referral')
  withdrawReferral(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { withdrawnOn, reason }: WithdrawReferralDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'withdraw-referral', withdrawnOn, reason }, sent);
  }
}
