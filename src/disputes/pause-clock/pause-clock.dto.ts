import { ApiSchema } from '@nestjs/swagger';
import { Narrative } from '../../platform/http/fields.js';

/** The clock of the stage stands still, where the protocol lets it. */
@ApiSchema({ name: 'PauseClock' })
export class PauseClockDto {
  @Narrative()
  reason: string;
}
