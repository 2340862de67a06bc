import { ApiSchema } from '@nestjs/swagger';
import { Choice, Choices, Narrative } from '../../../platform/http/fields.js';
import { IMPACT_CODES, type ImpactCode } from '../../events.js';

/** The child is no longer looked after, or Cafcass continues it. */
@ApiSchema({ name: 'EndOtherwise' })
export class EndOtherwiseDto {
  @Choice(['ENDED-CARE', 'TO-CAF'])
  outcome: 'ENDED-CARE' | 'TO-CAF';

  @Narrative()
  reason: string;

  /** The change for the child. */
  @Choices(IMPACT_CODES)
  impact: ImpactCode[];
}
