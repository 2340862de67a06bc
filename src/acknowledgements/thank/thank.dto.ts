import { ApiSchema } from '@nestjs/swagger';
import { Narrative } from '../../platform/http/fields.js';

/** A word back from those who were thanked. */
@ApiSchema({ name: 'ThankAcknowledgement' })
export class ThankDto {
  @Narrative()
  text: string;
}
