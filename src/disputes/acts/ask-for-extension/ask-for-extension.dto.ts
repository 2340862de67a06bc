import { ApiSchema } from '@nestjs/swagger';
import { Day, Narrative } from '../../../platform/http/fields.js';

/** A later day for the answer. The first stays beside it. */
@ApiSchema({ name: 'AskForExtension' })
export class AskForExtensionDto {
  @Day()
  askedFor: string;

  @Narrative()
  reason: string;
}
