import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../../access/dated/field.js';
import { Narrative } from '../../../platform/http/fields.js';

/** An earlier day than the protocol gives. */
@ApiSchema({ name: 'AskForEarlierDate' })
export class AskForEarlierDateDto {
  @Dated('to-come')
  askedFor: string;

  @Narrative()
  reason: string;
}
