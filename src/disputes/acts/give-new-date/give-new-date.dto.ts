import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../../access/dated/field.js';
import { Narrative } from '../../../platform/http/fields.js';

/** Asks once more for the answer that did not come in time. */
@ApiSchema({ name: 'GiveNewDate' })
export class GiveNewDateDto {
  @Dated('to-come')
  dueOn: string;

  @Narrative()
  reason: string;
}
