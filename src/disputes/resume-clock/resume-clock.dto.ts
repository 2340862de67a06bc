import { ApiSchema } from '@nestjs/swagger';
import { Narrative } from '../../platform/http/fields.js';

/** The clock runs on with what was left of its time. */
@ApiSchema({ name: 'ResumeClock' })
export class ResumeClockDto {
  @Narrative()
  reason: string;
}
