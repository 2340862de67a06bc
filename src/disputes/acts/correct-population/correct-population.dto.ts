import { ApiSchema } from '@nestjs/swagger';
import { Choice, Narrative } from '../../../platform/http/fields.js';
import { type Population, POPULATIONS } from '../../../protocol/protocol.js';

/** The population of the children, if another was written down. */
@ApiSchema({ name: 'CorrectPopulation' })
export class CorrectPopulationDto {
  @Choice(POPULATIONS)
  to: Population;

  /** How that is known. */
  @Narrative()
  reason: string;
}
