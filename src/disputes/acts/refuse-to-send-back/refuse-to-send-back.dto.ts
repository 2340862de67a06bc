import { ApiSchema } from '@nestjs/swagger';
import { Narrative } from '../../../platform/http/fields.js';

/** The reason why it stays at its stage. */
@ApiSchema({ name: 'RefuseToSendBack' })
export class RefuseToSendBackDto {
  @Narrative()
  reason: string;
}
