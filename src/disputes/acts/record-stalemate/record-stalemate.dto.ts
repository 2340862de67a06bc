import { ApiSchema } from '@nestjs/swagger';
import { Choices, Narrative } from '../../../platform/http/fields.js';
import { IMPACT_CODES, type ImpactCode } from '../../events.js';

/** That no agreement was reached at the top of the ladder. */
@ApiSchema({ name: 'RecordStalemate' })
export class RecordStalemateDto {
  @Narrative()
  reason: string;

  /** The change for the child. */
  @Choices(IMPACT_CODES)
  impact: ImpactCode[];
}
