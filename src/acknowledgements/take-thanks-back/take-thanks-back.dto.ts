import { ApiSchema } from '@nestjs/swagger';
import { Narrative } from '../../platform/http/fields.js';

/** The reason why a word of thanks is taken back. */
@ApiSchema({ name: 'TakeThanksBack' })
export class TakeThanksBackDto {
  @Narrative()
  reason: string;
}
