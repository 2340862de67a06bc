import { ApiSchema } from '@nestjs/swagger';
import { Narrative } from '../../../platform/http/fields.js';

/** Taken back. It stays counted as raised. */
@ApiSchema({ name: 'Withdraw' })
export class WithdrawDto {
  @Narrative()
  reason: string;
}
