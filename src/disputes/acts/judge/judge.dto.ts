import { ApiSchema } from '@nestjs/swagger';
import { Choice, Narrative } from '../../../platform/http/fields.js';
import type { Verdict } from '../../events.js';

/** Whether the answer settles it. */
@ApiSchema({ name: 'Judge' })
export class JudgeDto {
  @Choice(['satisfied', 'partly', 'not'])
  verdict: Verdict;

  @Narrative()
  reason: string;
}
