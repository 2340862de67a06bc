import { ApiSchema } from '@nestjs/swagger';
import { Flag, Narrative } from '../../../../platform/http/fields.js';
import { StartSeriesDto } from '../start/start.dto.js';

@ApiSchema({ name: 'ChangeSeries' })
export class ChangeSeriesDto extends StartSeriesDto {
  @Narrative()
  reason: string;

  @Flag({
    optional: true,
    description: 'True where two meetings in the month of the change are meant; otherwise such a change is refused.',
  })
  twiceInMonth?: boolean | null;
}
