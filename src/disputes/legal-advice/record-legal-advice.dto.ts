import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../access/dated/field.js';
import { Narrative } from '../../platform/http/fields.js';

/** The advice of the IRO’s own lawyer. For the IRO and the IRO’s manager alone. */
@ApiSchema({ name: 'RecordLegalAdvice' })
export class RecordLegalAdviceDto {
  @Dated('in-this-matter')
  takenOn: string;

  @Narrative()
  advice: string;
}
