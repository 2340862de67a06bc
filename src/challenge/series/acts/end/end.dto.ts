import { ApiSchema } from '@nestjs/swagger';
import { Day, Narrative } from '../../../../platform/http/fields.js';

@ApiSchema({ name: 'EndSeries' })
export class EndSeriesDto {
  @Day({ description: 'No meeting is planned after this day.' })
  lastOn: string;

  @Narrative()
  reason: string;
}
