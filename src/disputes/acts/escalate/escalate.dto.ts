import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../../access/dated/field.js';
import { Named } from '../../../access/named/field.js';
import { Narrative, WholeNumber } from '../../../platform/http/fields.js';
import { LONGEST_CLOCK } from '../../../protocol/read-clock.js';
import { ANSWER_WITHIN } from '../raise/raise.dto.js';

/** Up to the next stage, or to any higher one. */
@ApiSchema({ name: 'Escalate' })
export class EscalateDto {
  /** The next stage unless told. */
  @WholeNumber(1, 20, { optional: true })
  toStage?: number | null;

  @Narrative()
  reason: string;

  /** For a stage timed by a meeting. */
  @Dated('to-come', { optional: true })
  meetingOn?: string | null;

  @WholeNumber(1, LONGEST_CLOCK, { optional: true, description: ANSWER_WITHIN })
  answerWithin?: number | null;

  @Named('answerer', {
    optional: true,
    description:
      'Person who answers in place of those from whom a restricted dispute is kept. They are added to its readers.',
  })
  answeredBy?: string | null;
}
