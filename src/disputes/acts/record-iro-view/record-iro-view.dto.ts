import { ApiSchema } from '@nestjs/swagger';
import { Choice, Narrative } from '../../../platform/http/fields.js';
import type { Verdict } from '../../events.js';

/** The IRO’s own view, always recordable, whoever the judge is. */
@ApiSchema({ name: 'RecordIroView' })
export class RecordIroViewDto {
  @Choice(['satisfied', 'partly', 'not'])
  view: Verdict;

  @Narrative()
  reason: string;
}
