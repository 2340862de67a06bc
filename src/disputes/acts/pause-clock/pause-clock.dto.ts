import { ApiSchema } from '@nestjs/swagger';
import { Day, Narrative } from '../../../platform/http/fields.js';

/** The clock of the stage stands still, where the protocol lets it. */
@ApiSchema({ name: 'PauseClock' })
export class PauseClockDto {
  @Narrative()
  reason: string;

  /** The first day on which it stands still. Today unless told; an earlier day where the pause is entered afterwards. */
  @Day({ optional: true })
  firstDay?: string | null;

  /** The last day on which it stands still, where the pause is over already. It gives back nothing to a date that has passed. */
  @Day({ optional: true })
  lastDay?: string | null;
}
