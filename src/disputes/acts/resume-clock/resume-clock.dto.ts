import { ApiSchema } from '@nestjs/swagger';
import { Day, Narrative } from '../../../platform/http/fields.js';

/** The clock runs on with what was left of its time. */
@ApiSchema({ name: 'ResumeClock' })
export class ResumeClockDto {
  @Narrative()
  reason: string;

  /** The last day on which it stood still. Yesterday unless told: today the clock runs. */
  @Day({ optional: true })
  lastDay?: string | null;
}
