import { ApiSchema } from '@nestjs/swagger';
import { Choice, Choices, Narrative } from '../../../platform/http/fields.js';
import { IMPACT_CODES, type ImpactCode, RESOLUTION_OUTCOMES, type ResolutionOutcome } from '../../events.js';

/** How it ends, and what changed for the child. */
@ApiSchema({ name: 'Resolve' })
export class ResolveDto {
  @Choice(RESOLUTION_OUTCOMES)
  outcome: ResolutionOutcome;

  /** The change for the child. */
  @Choices(IMPACT_CODES)
  impact: ImpactCode[];

  @Narrative({ optional: true })
  impactNote?: string | null;
}
