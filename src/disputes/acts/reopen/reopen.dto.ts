import { ApiSchema } from '@nestjs/swagger';
import { Narrative } from '../../../platform/http/fields.js';

/** The reason why it must be looked at again. */
@ApiSchema({ name: 'Reopen' })
export class ReopenDto {
  @Narrative()
  reason: string;
}
