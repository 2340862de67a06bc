import { ApiSchema } from '@nestjs/swagger';
import { Choice, Pattern } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import type { GoesBy } from '../../access/goes-by.js';

export class AnswersQuery extends PageQuery {
  @Pattern(/^\d{1,2}$/, 'must be the number of a stage, 0 for informal', { optional: true })
  stage?: string;

  @Choice(['true', 'false'], { optional: true, description: 'Whether the answer came by the date in force.' })
  inTime?: string;
}

/** One round: what was due, what came, and whether in time. */
@ApiSchema({ name: 'AnswerListed' })
export class AnswerListedDto {
  reference: string;
  round: number;
  /** 0 for informal; null where a row of a register does not say to which stage its one answer belongs. */
  stage: number | null;
  beganOn: string;
  /** Where a row of a register went on with it, the date of the register. */
  firstDueOn: string | null;
  dueOn: string | null;
  answeredOn: string | null;
  /** By the first date, which an extension never hides; null while the answer is not to be counted. */
  inTimeByFirstDate: boolean | null;
  /** By the date in force; null while the answer is not to be counted. */
  inTime: boolean | null;
  agreement: string | null;
  extended: boolean;
  imported: boolean;
}

@ApiSchema({ name: 'AnswersPage' })
export class AnswersPageDto {
  items: AnswerListedDto[];
  next: string | null;
}

export const ANSWERS_GO_BY = { stage: 'stage', inTime: 'inTime' } satisfies GoesBy<AnswersQuery, AnswerListedDto>;
