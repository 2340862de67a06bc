import { ApiSchema } from '@nestjs/swagger';
import { Narrative } from '../../platform/http/fields.js';

/** The reason why it is taken back. */
@ApiSchema({ name: 'WithdrawAcknowledgement' })
export class WithdrawDto {
  @Narrative()
  reason: string;
}
