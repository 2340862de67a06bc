import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../../../access/dated/field.js';
import { Narrative } from '../../../../platform/http/fields.js';

@ApiSchema({ name: 'EndSeries' })
export class EndSeriesDto {
  @Dated('may-be-due', { description: 'No meeting is planned after this day.' })
  lastOn: string;

  @Narrative()
  reason: string;
}
