import { ApiSchema } from '@nestjs/swagger';
import { Day, Narrative } from '../../../platform/http/fields.js';

/** An earlier day than the protocol gives. */
@ApiSchema({ name: 'AskForEarlierDate' })
export class AskForEarlierDateDto {
  @Day()
  askedFor: string;

  @Narrative()
  reason: string;
}
