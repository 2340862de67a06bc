import { ApiSchema } from '@nestjs/swagger';
import { Narrative } from '../../../platform/http/fields.js';

@ApiSchema({ name: 'ContinueAfterCare' })
export class ContinueAfterCareDto {
  @Narrative()
  reason: string;
}
