import { ApiSchema } from '@nestjs/swagger';
import { Choices, Day, Flag, Narrative } from '../../../platform/http/fields.js';
import type { ReferredToCafcass } from '../../events.js';

const TOLD = ['child', 'iro-manager', 'assistant-director', 'director', 'chief-executive'];

/** A referral under section 25B(3). It never stops the ladder. */
@ApiSchema({ name: 'ReferToCafcass' })
export class ReferToCafcassDto {
  /** Which failure of regulation 45 it rests on. */
  @Narrative()
  grounds: string;

  @Flag()
  legalAdviceTaken: boolean;

  @Choices(TOLD)
  told: ReferredToCafcass['told'];

  @Day()
  sentOn: string;
}
