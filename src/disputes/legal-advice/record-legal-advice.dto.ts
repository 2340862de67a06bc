import { ApiSchema } from '@nestjs/swagger';
import { Day, Narrative } from '../../platform/http/fields.js';

/** What the IRO’s own lawyer advised. For the IRO and the IRO’s manager alone. */
@ApiSchema({ name: 'RecordLegalAdvice' })
export class RecordLegalAdviceDto {
  @Day()
  takenOn: string;

  @Narrative()
  advice: string;
}
