import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../../access/dated/field.js';
import { Narrative } from '../../../platform/http/fields.js';

/** The clock of the stage stands still, where the protocol lets it. */
@ApiSchema({ name: 'PauseClock' })
export class PauseClockDto {
  @Narrative()
  reason: string;

  /** The first day on which it stands still. Today unless told; an earlier day where the pause is entered afterwards. */
  @Dated('around-this-matter', { optional: true })
  firstDay?: string | null;

  /** The last day on which it stands still, where the pause is over already. It gives back nothing to a date that has passed. */
  @Dated('around-this-matter', { optional: true })
  lastDay?: string | null;
}
