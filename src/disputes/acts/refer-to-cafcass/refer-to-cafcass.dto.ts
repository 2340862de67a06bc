import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../../access/dated/field.js';
import { Choices, Flag, Narrative } from '../../../platform/http/fields.js';
import type { ReferredToCafcass } from '../../events.js';

const TOLD = ['child', 'iro-manager', 'assistant-director', 'director', 'chief-executive'];

/** A referral under section 25B(3). It never stops the ladder. */
@ApiSchema({ name: 'ReferToCafcass' })
export class ReferToCafcassDto {
  /** The failure of regulation 45 on which it rests. */
  @Narrative()
  grounds: string;

  @Flag()
  legalAdviceTaken: boolean;

  @Choices(TOLD)
  told: ReferredToCafcass['told'];

  @Dated('in-this-matter')
  sentOn: string;
}
