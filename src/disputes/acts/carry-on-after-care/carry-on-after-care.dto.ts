import { ApiSchema } from '@nestjs/swagger';
import { Narrative } from '../../../platform/http/fields.js';

@ApiSchema({ name: 'CarryOnAfterCare' })
export class CarryOnAfterCareDto {
  @Narrative()
  reason: string;
}
