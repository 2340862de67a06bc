import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../../access/dated/field.js';
import { Narrative } from '../../../platform/http/fields.js';

/** A later day for the answer. The first stays beside it. */
@ApiSchema({ name: 'AskForExtension' })
export class AskForExtensionDto {
  @Dated('to-come')
  askedFor: string;

  @Narrative()
  reason: string;
}
