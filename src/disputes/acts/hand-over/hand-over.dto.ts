import { ApiSchema } from '@nestjs/swagger';
import { Id, Narrative } from '../../../platform/http/fields.js';

/** To the IRO or chair who holds it from now on. */
@ApiSchema({ name: 'HandOver' })
export class HandOverDto {
  @Id()
  toIro: string;

  @Narrative()
  reason: string;
}
