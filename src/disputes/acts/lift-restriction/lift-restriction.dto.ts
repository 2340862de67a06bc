import { ApiSchema } from '@nestjs/swagger';
import { Narrative } from '../../../platform/http/fields.js';

@ApiSchema({ name: 'LiftRestriction' })
export class LiftRestrictionDto {
  @Narrative()
  reason: string;
}
