import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../../access/dated/field.js';
import { Code, Narrative } from '../../../platform/http/fields.js';

/** How pressing it is from now on, by the levels of the protocol. */
@ApiSchema({ name: 'ChangeLevel' })
export class ChangeLevelDto {
  @Code({ description: 'Code of the level: red.' })
  level: string;

  @Narrative()
  reason: string;

  @Dated('to-come', { optional: true, description: 'For a stage timed by a meeting.' })
  meetingOn?: string | null;
}
