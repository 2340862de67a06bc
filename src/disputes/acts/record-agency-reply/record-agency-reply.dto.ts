import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../../access/dated/field.js';
import { Narrative } from '../../../platform/http/fields.js';

/** The reply of the other agency. */
@ApiSchema({ name: 'RecordAgencyReply' })
export class RecordAgencyReplyDto {
  @Dated('in-this-matter')
  repliedOn: string;

  @Narrative()
  summary: string;
}
