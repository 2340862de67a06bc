import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../../access/dated/field.js';
import { Narrative, WholeNumber } from '../../../platform/http/fields.js';

/** Down the ladder again, to a stage that can put it right. */
@ApiSchema({ name: 'SendBack' })
export class SendBackDto {
  /** The stage that was asked for, or the one below, unless told. */
  @WholeNumber(1, 20, { optional: true })
  toStage?: number | null;

  /** The work that is to be done there first. */
  @Narrative()
  reason: string;

  /** For a stage timed by a meeting. */
  @Dated('to-come', { optional: true })
  meetingOn?: string | null;
}
