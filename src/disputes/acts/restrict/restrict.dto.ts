import { ApiSchema } from '@nestjs/swagger';
import { NamedMany } from '../../../access/named/field.js';
import { Narrative } from '../../../platform/http/fields.js';

/** To the people named, besides the IRO who holds it. A second list takes the place of the first. */
@ApiSchema({ name: 'RestrictDispute' })
export class RestrictDto {
  @NamedMany('person', { description: 'People who may go on seeing it. Name those who must answer, or they cannot.' })
  readers: string[];

  @Narrative()
  reason: string;
}
