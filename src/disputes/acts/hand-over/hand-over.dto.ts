import { ApiSchema } from '@nestjs/swagger';
import { Named } from '../../../access/named/field.js';
import { Narrative } from '../../../platform/http/fields.js';

/** To the IRO or chair who holds it from now on. */
@ApiSchema({ name: 'HandOver' })
export class HandOverDto {
  @Named('iro')
  toIro: string;

  @Narrative()
  reason: string;
}
