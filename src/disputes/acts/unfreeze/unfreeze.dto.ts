import { ApiSchema } from '@nestjs/swagger';
import { Narrative } from '../../../platform/http/fields.js';

/** It was frozen because a child died, and it goes on. */
@ApiSchema({ name: 'UnfreezeDispute' })
export class UnfreezeDto {
  @Narrative()
  reason: string;
}
