import { ApiSchema } from '@nestjs/swagger';
import { Choice, Narrative, WholeNumbers } from '../../../platform/http/fields.js';
import type { Verdict } from '../../events.js';

/** Whether the answer settles it. */
@ApiSchema({ name: 'Judge' })
export class JudgeDto {
  @Choice(['satisfied', 'partly', 'not'])
  verdict: Verdict;

  @Narrative()
  reason: string;

  @WholeNumbers(1, 1000, {
    optional: true,
    description:
      'Of a judge who is partly satisfied: which of the actions that the answer offers stand, by their number from 1. They are agreed and chased; the rest goes on.',
  })
  actionsThatStand?: number[] | null;

  @Choice(['now', 'later'], {
    optional: true,
    description:
      'Of a judge who is not satisfied, or in part: `now` sends it up to the next stage with the same reason, as `escalate` does. Later unless told.',
  })
  goesUp?: 'now' | 'later' | null;
}
