import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../../access/dated/field.js';
import { Narrative } from '../../../platform/http/fields.js';

/** The clock runs on with what was left of its time. */
@ApiSchema({ name: 'ResumeClock' })
export class ResumeClockDto {
  @Narrative()
  reason: string;

  /** The last day on which it stood still. Yesterday unless told: today the clock runs. */
  @Dated('around-this-matter', { optional: true })
  lastDay?: string | null;
}
