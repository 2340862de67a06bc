import { ApiSchema } from '@nestjs/swagger';
import { Narrative, WholeNumber } from '../../../platform/http/fields.js';

/** That a lower stage should do something first. The clock runs on until that is decided. */
@ApiSchema({ name: 'AskToSendBack' })
export class AskToSendBackDto {
  /** The stage below unless told. */
  @WholeNumber(1, 20, { optional: true })
  toStage?: number | null;

  /** The work that is to be done there first. */
  @Narrative()
  reason: string;
}
