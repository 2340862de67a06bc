import { ApiSchema } from '@nestjs/swagger';
import { Narrative } from '../../platform/http/fields.js';
import { GiveDto } from '../give/give.dto.js';

/** A new version, whole. The first stays readable. */
@ApiSchema({ name: 'CorrectAcknowledgement' })
export class CorrectDto extends GiveDto {
  @Narrative({ description: 'Why it is corrected.' })
  reason: string;
}
