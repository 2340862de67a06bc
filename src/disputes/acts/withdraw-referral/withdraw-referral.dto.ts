import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../../access/dated/field.js';
import { Narrative } from '../../../platform/http/fields.js';

/** That a referral which was sent to Cafcass is withdrawn. */
@ApiSchema({ name: 'WithdrawReferral' })
export class WithdrawReferralDto {
  @Dated('in-this-matter')
  withdrawnOn: string;

  @Narrative()
  reason: string;
}
